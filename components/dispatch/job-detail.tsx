"use client";

import { ArrowLeft, Map as MapIcon } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { CamerasPart } from "@/components/cameras/cameras-part";
import { useLive } from "@/components/live/use-live";
import { AssignmentStepper } from "@/components/panels/incident/assignment-stepper";
import { FailureNote } from "@/components/panels/incident/failure-note";
import { FarSign } from "@/components/panels/incident/far-sign";
import { IncidentHead } from "@/components/panels/incident/incident-head";
import { IncidentStory } from "@/components/panels/incident/incident-story";
import { JointResponse } from "@/components/panels/incident/joint-response";
import { LateLine } from "@/components/panels/incident/late-line";
import { useName } from "@/components/panels/incident/use-name";
import { WaitingSign } from "@/components/panels/incident/waiting-sign";
import { PanelSection } from "@/components/panels/signs/panel-frame";
import { IconButton } from "@/components/ui/icon-button";
import { type AssignmentState, nextSteps } from "@/lib/contract/incident";
import { AnswerBar } from "./answer-bar";
import { AnswerForm } from "./answer-form";
import { askQuestion, choose, showView } from "./console-store";
import { NameUnit } from "./name-unit";
import type { Job } from "./order-assignments";
import { SiteDevices } from "./site-devices";
import { meaningOf } from "./step-keys";
import { type Answer, useAnswer } from "./use-answer";
import { useConsole } from "./use-console";
import { useConsoleKeys } from "./use-console-keys";

/** One request with all that a crew must know, and its answers always in sight. */
export function JobDetail({ job }: { job: Job }) {
  const t = useTranslations("dispatch");
  const words = useTranslations("incident");
  const answer = useAnswer(job);
  useConsoleKeys((key) => {
    const meaning = meaningOf(key, job.assignment.state);
    return meaning?.type === "step" ? () => answer.begin(meaning.step) : undefined;
  });
  const { assignment, incident } = job;
  const head = useRef<HTMLHeadingElement>(null);
  useQuestionOfState(assignment.state);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a newly chosen request takes the focus, so that ears follow
  useEffect(() => head.current?.focus(), [assignment.id]);
  return (
    <section
      aria-label={t("detail.label", { title: incident.title })}
      data-job={assignment.id}
      data-state={assignment.state}
      className="flex min-h-0 flex-1 flex-col"
    >
      <header className="flex shrink-0 items-start gap-2 border-b border-line px-3 py-2.5">
        <IconButton
          label={t("detail.back")}
          icon={ArrowLeft}
          keys="Esc"
          className="-ml-1"
          onClick={() => choose(null)}
        />
        <div className="min-w-0 flex-1">
          <h2 ref={head} tabIndex={-1} className="text-base leading-snug font-semibold outline-none">
            {incident.title}
          </h2>
          <IncidentHead incident={incident} />
        </div>
        <span className="lg:hidden">
          <IconButton label={t("tab.map")} icon={MapIcon} onClick={() => showView("map")} />
        </span>
      </header>
      <div className="min-h-0 flex-1 overflow-y-auto overscroll-contain">
        <OwnPart job={job} answer={answer} />
        <PanelSection title={words("joint.title")}>
          <JointResponse incident={incident} agencyId={assignment.agencyId} />
        </PanelSection>
        <PanelSection title={t("detail.devices")}>
          <SiteDevices incident={incident} />
        </PanelSection>
        {nextSteps[assignment.state].length > 0 && <CamerasPart incident={incident} />}
        <IncidentStory incident={incident} />
      </div>
      <Answers job={job} answer={answer} />
    </section>
  );
}

/** A question that stands open ends when the request moves on, also by somebody else's answer. */
function useQuestionOfState(state: AssignmentState): void {
  const asked = useRef(state);
  useEffect(() => {
    if (asked.current !== state) askQuestion(null);
    asked.current = state;
  }, [state]);
}

function OwnPart({ job, answer }: { job: Job; answer: Answer }) {
  const { assignment } = job;
  const t = useTranslations("incident");
  const name = useName();
  const agency = useLive((city) => city.agencies.get(assignment.agencyId));
  const unit = useLive((city) => (assignment.unitId ? city.units.get(assignment.unitId) : undefined));
  return (
    <div className="space-y-3 border-b border-line px-4 py-3">
      <FailureNote
        failure={answer.command.failure}
        situation="step"
        state={assignment.state}
        onDismiss={answer.command.dismiss}
      />
      <WaitingSign assignment={assignment} />
      <p className="text-sm">
        <strong>{name(agency, assignment.agencyId)}</strong>{" "}
        <span className="text-muted">{unit ? name(unit) : (assignment.unitId ?? t("requests.agencyOnly"))}</span>
        <span className="block text-xs text-muted">{t("requests.requestedBy", { name: assignment.requestedBy })}</span>
      </p>
      {assignment.note && (
        <p className="rounded-md border border-l-4 border-accent bg-raised px-3 py-2 text-sm">
          <span className="block text-xs text-muted">{t("requests.note")}</span>
          {assignment.note}
        </p>
      )}
      <NameUnit job={job} />
      <FarSign assignment={assignment} />
      <AssignmentStepper assignment={assignment} />
      <LateLine assignment={assignment} />
      {assignment.reason && (
        <p className="text-sm">
          <span className="mr-1.5 text-muted">{t("requests.reason")}</span>
          {assignment.reason}
        </p>
      )}
    </div>
  );
}

function Answers({ job, answer }: { job: Job; answer: Answer }) {
  const question = useConsole((state) => state.question);
  return (
    <footer className="max-h-[60%] shrink-0 overflow-y-auto border-t border-line bg-panel p-3 empty:hidden">
      {question ? (
        <AnswerForm key={question} job={job} question={question} answer={answer} />
      ) : (
        <AnswerBar job={job} busy={answer.command.busy || answer.resting} keys onStep={answer.begin} />
      )}
    </footer>
  );
}
