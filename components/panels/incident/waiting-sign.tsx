"use client";

import { AlarmClock, PhoneCall } from "lucide-react";
import { useTranslations } from "next-intl";
import { useCityNow } from "@/components/live/use-city-now";
import { cx } from "@/components/ui/cx";
import type { Agency, Assignment } from "@/lib/contract/incident";
import { type Loudness, loudnessOf, stopwatch, waitedMs } from "./waiting";

const looks: Record<Loudness, string> = {
  new: "border-edge bg-raised text-ink",
  waiting: "border-level-2 bg-level-2 text-on-level-2",
  overdue: "border-level-4 bg-level-4 text-on-level-4",
};

type WaitingSignProps = {
  assignment: Assignment;
  /** Whom the operator calls when nobody answers; without it the sign speaks to the agency itself. */
  agency?: Agency;
};

/** How long a request has waited for an answer, louder the longer it does. Nothing once it is answered. */
export function WaitingSign({ assignment, agency }: WaitingSignProps) {
  const t = useTranslations("incident");
  const waited = waitedMs(assignment, useCityNow());
  if (waited === null) return null;
  const loudness = loudnessOf(waited);
  return (
    <div
      data-loudness={loudness}
      className={cx("flex flex-wrap items-center gap-x-2 gap-y-1 rounded-md border px-2.5 py-1.5", looks[loudness])}
    >
      <AlarmClock size={18} aria-hidden className="shrink-0" />
      <span className="min-w-0 flex-1 text-sm font-semibold">{t(`${agency ? "wait" : "waitOwn"}.${loudness}`)}</span>
      <span role="timer" className="text-lg leading-6 font-bold">
        {stopwatch(waited)}
      </span>
      {loudness === "overdue" && agency?.phone && (
        <a href={`tel:${agency.phone}`} className="inline-flex items-center gap-1 text-sm font-semibold underline">
          <PhoneCall size={14} aria-hidden />
          {t("wait.phone", { phone: agency.phone })}
        </a>
      )}
    </div>
  );
}
