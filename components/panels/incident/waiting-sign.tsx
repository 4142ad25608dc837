"use client";

import { AlarmClock, BellRing, PhoneCall } from "lucide-react";
import { useTranslations } from "next-intl";
import { useCityNow } from "@/components/live/use-city-now";
import { cx } from "@/components/ui/cx";
import type { Agency } from "@/lib/contract/agency";
import type { Assignment } from "@/lib/contract/incident";
import { type Clock, clockOf, type Loudness, stopwatch } from "./waiting";

const looks: Record<Loudness, string> = {
  new: "border-edge bg-raised text-ink",
  waiting: "border-level-2 bg-level-2 text-on-level-2",
  overdue: "border-level-4 bg-level-4 text-on-level-4",
};

type WaitingSignProps = {
  assignment: Assignment;
  /** Whom the operator calls when it is late; without it the sign speaks to the agency itself. */
  agency?: Agency | undefined;
};

/** The step that a request waits for, and the time left to its deadline or since it was missed. Nothing once nothing is owed. */
export function WaitingSign({ assignment, agency }: WaitingSignProps) {
  const t = useTranslations("incident");
  const clock = clockOf(assignment, useCityNow());
  if (!clock) return null;
  const late = clock.loudness === "overdue";
  const Icon = late ? BellRing : AlarmClock;
  return (
    <div
      data-loudness={clock.loudness}
      data-owed={clock.step}
      className={cx(
        "flex flex-wrap items-center gap-x-2 gap-y-1 rounded-md border px-2.5 py-1.5",
        looks[clock.loudness],
      )}
    >
      <Icon size={18} aria-hidden className="shrink-0" />
      <span className="min-w-0 flex-1 text-sm font-semibold">{t(`${agency ? "owed" : "owedOwn"}.${clock.step}`)}</span>
      <Timer clock={clock} />
      {late && agency?.phone && (
        <a href={`tel:${agency.phone}`} className="inline-flex items-center gap-1 text-sm font-semibold underline">
          <PhoneCall size={14} aria-hidden />
          {t("wait.phone", { phone: agency.phone })}
        </a>
      )}
    </div>
  );
}

function Timer({ clock: { leftMs, waitedMs } }: { clock: Clock }) {
  const t = useTranslations("incident.wait");
  const [word, ms] =
    leftMs === null
      ? (["since", waitedMs] as const)
      : leftMs > 0
        ? (["left", leftMs] as const)
        : (["late", -leftMs] as const);
  return (
    <span role="timer" className="inline-flex items-baseline gap-1.5 tabular-nums">
      <span className="text-xs font-medium">{t(word)}</span>
      <span className="text-lg leading-6 font-bold">{stopwatch(ms)}</span>
    </span>
  );
}
