"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { presentCity } from "@/components/live/live-store";
import { usePresent } from "@/components/live/use-live";
import { useName } from "./use-name";
import { useNewMisses } from "./use-new-misses";

type LateSignalProps = {
  /** Only what this agency owes; without it everybody's. */
  agencyId?: string;
  /** Makes the sound of a missed deadline, where sound is on. */
  ring?: (() => void) | undefined;
};

/** Says each newly missed deadline aloud, and rings for it. */
export function LateSignal({ agencyId, ring }: LateSignalProps) {
  const t = useTranslations("incident");
  const name = useName();
  const [said, setSaid] = useState("");
  const incidents = usePresent((city) => city.incidents);
  useNewMisses(incidents, (misses) => {
    const own = misses.filter((it) => agencyId === undefined || it.assignment.agencyId === agencyId);
    if (own.length === 0) return;
    ring?.();
    const { agencies } = presentCity();
    const lines = own.map(({ incident, assignment, step }) =>
      t("signal", {
        agency: name(agencies.get(assignment.agencyId), assignment.agencyId),
        owes: t(`owes.${step}`),
        title: incident.title,
      }),
    );
    setSaid(lines.join(" "));
  });
  return (
    <p role="alert" className="sr-only" data-late-signal>
      {said}
    </p>
  );
}
