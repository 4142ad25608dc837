"use client";

import { BellRing, Hourglass } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { useCityNow } from "@/components/live/use-city-now";
import { useLive } from "@/components/live/use-live";
import type { Locale } from "@/lib/base/localized";
import type { Alert } from "@/lib/contract/alert";
import { type EscalationTarget, nextEscalation } from "@/lib/contract/escalation";
import { Moment } from "../signs/age";
import { useEscalationPolicy } from "./use-escalation-policy";

/** What was done because nobody acknowledged it, and how long until the next step; nothing once it is acknowledged. */
export function EscalationLine({ alert }: { alert: Alert }) {
  const t = useTranslations("desk.escalation");
  const policy = useEscalationPolicy();
  const last = alert.escalations?.at(-1);
  const next = policy && nextEscalation(alert, policy);
  const name = useTargetName();
  if (alert.state !== "raised" || (!last && !next)) return null;
  return (
    <p className="mt-0.5 flex flex-wrap gap-x-3 text-xs" data-escalated={alert.escalations?.length ?? 0}>
      {last && (
        <span className="inline-flex items-center gap-1 font-semibold text-level-4">
          <BellRing size={13} aria-hidden="true" />
          {t("done", { to: name(last.to) })} <Moment at={last.at} />
        </span>
      )}
      {next && <Countdown dueAt={next.dueAt} to={name(next.to)} />}
    </p>
  );
}

function Countdown({ dueAt, to }: { dueAt: number; to: string }) {
  const t = useTranslations("desk.escalation");
  const left = Math.max(0, Math.ceil((dueAt - useCityNow(1000)) / 1000));
  const time = `${Math.floor(left / 60)}:${String(left % 60).padStart(2, "0")}`;
  return (
    <span className={`inline-flex items-center gap-1 tabular-nums ${left <= 60 ? "text-level-3" : "text-muted"}`}>
      <Hourglass size={13} aria-hidden="true" />
      {t("next", { to, time })}
    </span>
  );
}

/** A target in words: the desk, the shift's lead, or the agency's name. */
function useTargetName(): (to: EscalationTarget) => string {
  const t = useTranslations("desk.escalation.to");
  const locale = useLocale() as Locale;
  const agencies = useLive((city) => city.agencies);
  return (to) => {
    if (to === "desk" || to === "lead") return t(to);
    const id = to.slice("agency:".length);
    return agencies.get(id)?.name[locale] ?? id;
  };
}
