"use client";

import { useEffect, useMemo, useState } from "react";
import { useLive } from "@/components/live/use-live";
import { type Failure, isFailure } from "@/lib/base/failure";
import { createClient } from "@/lib/client/client";
import type { UnitChoices } from "@/lib/contract/unit-choice";

const client = createClient("");
/** Units move: a list that stays open is asked for again. */
const AGAIN_MS = 10_000;

type Answer = { choices: UnitChoices | null; failure: Failure | null };
const nothing: Answer = { choices: null, failure: null };

/** The units of an agency in the order to ask them to this incident: the city's order, asked anew when one becomes free or busy. */
export function useUnitChoices(incidentId: string, agencyId: string): Answer & { dismiss(): void } {
  const [asked, setAsked] = useState(nothing);
  const units = useLive((city) => city.units);
  const busy = useMemo(
    () =>
      [...units.values()]
        .filter((it) => it.agencyId === agencyId)
        .map((it) => it.assignmentIds.length)
        .join(),
    [units, agencyId],
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: who is free and who is not is a reason to ask again
  useEffect(() => {
    let shown = true;
    const ask = () =>
      client.call("listUnitChoices", { params: { id: incidentId }, query: { agencyId } }).then(
        (choices) => shown && setAsked({ choices, failure: null }),
        (error) => shown && isFailure(error) && setAsked((before) => ({ ...before, failure: error })),
      );
    void ask();
    const timer = setInterval(() => void ask(), AGAIN_MS);
    return () => {
      shown = false;
      clearInterval(timer);
    };
  }, [incidentId, agencyId, busy]);
  return { ...asked, dismiss: () => setAsked(nothing) };
}
