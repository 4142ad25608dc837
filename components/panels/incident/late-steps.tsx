"use client";

import { BellRing, Hourglass } from "lucide-react";
import { useTranslations } from "next-intl";
import { useCityNow } from "@/components/live/use-city-now";
import { useLive } from "@/components/live/use-live";
import { Button } from "@/components/ui/button";
import { firstOpen, type LateStep, nextLateStep } from "@/lib/contract/deadline";
import type { Assignment } from "@/lib/contract/incident";
import { Moment } from "../signs/age";
import { askToGo } from "./city-calls";
import { FailureNote } from "./failure-note";
import { useCommand } from "./use-command";
import { useName } from "./use-name";
import { useResponsePolicy } from "./use-response-policy";
import { stopwatch } from "./waiting";

/** What was done because an agency is late and what comes next; the agency that could be asked instead is one click away. */
export function LateSteps({ assignment }: { assignment: Assignment }) {
  const t = useTranslations("incident.escalated");
  const policy = useResponsePolicy();
  const now = useCityNow();
  const deadline = firstOpen(assignment.deadlines);
  if (!deadline || deadline.dueAt > now) return null;
  const last = deadline.escalations.at(-1);
  const next = policy && nextLateStep(deadline, policy);
  const suggested = deadline.escalations.findLast((it) => it.agencyId !== null);
  return (
    <div className="space-y-1 text-xs" data-escalated={deadline.escalations.length}>
      <p className="flex flex-wrap gap-x-3">
        {last && (
          <span className="inline-flex items-center gap-1 font-semibold text-level-4">
            <BellRing size={13} aria-hidden />
            {t(last.to === "next" && last.agencyId === null ? "allAsked" : `done.${last.to}`)} <Moment at={last.at} />
          </span>
        )}
        {next && (
          <span className="inline-flex items-center gap-1 text-muted tabular-nums">
            <Hourglass size={13} aria-hidden />
            {t(`next.${next.given.to}`, { time: stopwatch(next.dueAt - now) })}
          </span>
        )}
      </p>
      {suggested && <AskInstead assignment={assignment} suggested={suggested} />}
    </div>
  );
}

function AskInstead({ assignment, suggested }: { assignment: Assignment; suggested: LateStep }) {
  const t = useTranslations("incident");
  const name = useName();
  const command = useCommand();
  const agencyId = suggested.agencyId ?? "";
  const agency = useLive((city) => city.agencies.get(agencyId));
  const asked = useLive((city) =>
    city.incidents.get(assignment.incidentId)?.assignments.some((it) => it.agencyId === agencyId),
  );
  const zone = useLive((city) => (suggested.zone ? city.zones.get(suggested.zone) : undefined));
  const handles = useLive((city) => city.me?.role === "operator");
  if (asked || !handles) return null;
  return (
    <>
      <FailureNote failure={command.failure} situation="ask" onDismiss={command.dismiss} />
      <Button
        size="sm"
        variant="danger"
        busy={command.busy}
        data-ask-instead={agencyId}
        onClick={() => void command.run(() => askToGo(assignment.incidentId, { agencyId }))}
      >
        {t("ask.ask", { name: name(agency, agencyId) })}
      </Button>
      {suggested.reason && (
        <span className="ml-2 text-muted" data-agency-reason={suggested.reason}>
          {t(`ask.why.${suggested.reason}`, { zone: zone ? name(zone) : "" })}
        </span>
      )}
    </>
  );
}
