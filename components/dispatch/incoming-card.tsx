"use client";

import { useLocale, useTranslations } from "next-intl";
import { useLive } from "@/components/live/use-live";
import { FailureNote } from "@/components/panels/incident/failure-note";
import { IncidentPlace } from "@/components/panels/incident/incident-head";
import { RequestCode } from "@/components/panels/incident/request-code";
import { useName } from "@/components/panels/incident/use-name";
import { WaitingSign } from "@/components/panels/incident/waiting-sign";
import { cx } from "@/components/ui/cx";
import { Kbd } from "@/components/ui/kbd";
import { levelBorder, levelFill, SeverityShape } from "@/components/ui/severity";
import type { Locale } from "@/lib/base/localized";
import { hazardNames, levelNames } from "@/lib/contract/level";
import { AnswerBar } from "./answer-bar";
import { choose } from "./console-store";
import type { Job } from "./order-assignments";
import { useAnswer } from "./use-answer";

type IncomingCardProps = { job: Job; number: number; chosen: boolean };

/** A request that nobody has answered: as loud as the screen allows, with its answers on it. */
export function IncomingCard({ job, number, chosen }: IncomingCardProps) {
  const { assignment, incident } = job;
  const answer = useAnswer(job);
  return (
    <li
      data-incoming={assignment.id}
      className={cx(
        "overflow-hidden rounded-panel border-2 bg-panel shadow-panel",
        levelBorder[incident.level],
        chosen && "outline-2 outline-offset-2 outline-accent",
      )}
    >
      <LevelStrip job={job} number={number} />
      <div className="space-y-2.5 p-3">
        <ChooseJob job={job} chosen={chosen} />
        <RequestCode assignment={assignment} />
        <WaitingSign assignment={assignment} />
        <FailureNote
          failure={answer.command.failure}
          situation="step"
          state={assignment.state}
          onDismiss={answer.command.dismiss}
        />
        <AnswerBar job={job} busy={answer.command.busy || answer.resting} keys={chosen} onStep={answer.begin} />
      </div>
    </li>
  );
}

function LevelStrip({ job: { incident }, number }: { job: Job; number: number }) {
  const locale = useLocale() as Locale;
  return (
    <p className={cx("flex items-center gap-2 px-3 py-1.5 text-base font-bold", levelFill[incident.level])}>
      <SeverityShape level={incident.level} className="size-5" />
      {levelNames[incident.level][locale]}
      <span className="min-w-0 flex-1 truncate">{hazardNames[incident.hazard][locale]}</span>
      {number <= 9 && (
        <span aria-hidden className="hidden lg:inline">
          <Kbd>{number}</Kbd>
        </span>
      )}
    </p>
  );
}

function ChooseJob({ job: { assignment, incident }, chosen }: { job: Job; chosen: boolean }) {
  const t = useTranslations("incident.requests");
  const name = useName();
  const unit = useLive((city) => (assignment.unitId ? city.units.get(assignment.unitId) : undefined));
  return (
    <button
      type="button"
      aria-current={chosen || undefined}
      onClick={() => choose(assignment.id)}
      className="block w-full space-y-1 rounded text-left"
    >
      <span className="block text-lg leading-snug font-bold">{incident.title}</span>
      <span className="block text-sm text-muted">{unit ? name(unit) : (assignment.unitId ?? t("agencyOnly"))}</span>
      <IncidentPlace incident={incident} />
      {assignment.note && <span className="block text-sm">{assignment.note}</span>}
    </button>
  );
}
