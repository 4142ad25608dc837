"use client";

import { useEffect, useState } from "react";
import { createClient } from "@/lib/client/client";
import type { AgencyChoice } from "@/lib/contract/agency";

const client = createClient("");

/**
 * The agencies in the order to ask them to this incident, null until the city has said it. Where it does not answer, an empty list:
 * who is known is asked all the same. `level` and `count` are what the answer hangs on.
 */
export function useAgencyChoices(incidentId: string, level: number, count: number): readonly AgencyChoice[] | null {
  const [choices, setChoices] = useState<readonly AgencyChoice[] | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another level or alert, or a new agency, is a reason to ask again
  useEffect(() => {
    let shown = true;
    client.call("listAgencyChoices", { params: { id: incidentId } }).then(
      (answer) => shown && setChoices(answer.choices),
      () => shown && setChoices((before) => before ?? []),
    );
    return () => {
      shown = false;
    };
  }, [incidentId, level, count]);
  return choices;
}
