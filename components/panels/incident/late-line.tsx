"use client";

import { TimerOff } from "lucide-react";
import { useTranslations } from "next-intl";
import { lateMs } from "@/lib/contract/deadline";
import type { Assignment } from "@/lib/contract/incident";
import { useTook } from "./use-took";

/** Every deadline of a request that was missed: by how much the step came late, or that it has not come. A miss stays. */
export function LateLine({ assignment }: { assignment: Assignment }) {
  const t = useTranslations("incident");
  const took = useTook();
  const missed = assignment.deadlines.filter((d) => d.missedAt !== null);
  if (missed.length === 0) return null;
  return (
    <p data-missed={missed.length} className="flex flex-wrap items-center gap-x-2 text-xs font-semibold text-level-4">
      <TimerOff size={14} aria-hidden className="shrink-0" />
      {missed.map((deadline) => {
        const late = lateMs(deadline);
        const said = late === null ? t(`late.${deadline.state === "dropped" ? "never" : "missing"}`) : took(late);
        return (
          <span key={deadline.step}>
            {t(`owes.${deadline.step}`)} {said}
          </span>
        );
      })}
    </p>
  );
}
