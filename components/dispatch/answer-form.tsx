"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { ReasonForm } from "@/components/panels/incident/reason-form";
import { UnitPicker } from "@/components/panels/incident/unit-picker";
import { Button } from "@/components/ui/button";
import { askQuestion, type Question } from "./console-store";
import type { Job } from "./order-assignments";
import type { Answer } from "./use-answer";

type AnswerFormProps = { job: Job; question: NonNullable<Question>; answer: Answer };

/** The question that stands before an answer: which unit goes, why it is refused, whether it is really over. */
export function AnswerForm({ job, question, answer }: AnswerFormProps) {
  if (question === "refuse") return <RefuseForm answer={answer} />;
  if (question === "clear") return <ClearForm answer={answer} />;
  return <ChooseUnit job={job} answer={answer} />;
}

const back = () => askQuestion(null);

function RefuseForm({ answer }: { answer: Answer }) {
  const t = useTranslations("dispatch.refuse");
  return (
    <ReasonForm
      label={t("title")}
      hint={t("hint")}
      presets={(["busy", "unreachable", "equipment", "jurisdiction"] as const).map((it) => t(`presets.${it}`))}
      submit={t("submit")}
      back={t("cancel")}
      busy={answer.command.busy}
      onSubmit={(reason) => void answer.send("refuse", { reason })}
      onBack={back}
    />
  );
}

function ClearForm({ answer }: { answer: Answer }) {
  const t = useTranslations("dispatch");
  const yes = useRef<HTMLButtonElement>(null);
  useEffect(() => yes.current?.focus(), []);
  return (
    <div className="space-y-2 rounded-md border border-edge bg-raised p-3">
      <p className="text-sm font-semibold">{t("clearing.title")}</p>
      <p className="text-xs text-muted">{t("clearing.hint")}</p>
      <div className="flex flex-wrap gap-2">
        <Button
          ref={yes}
          variant="primary"
          size="lg"
          busy={answer.command.busy}
          onClick={() => void answer.send("clear")}
        >
          {t("clearing.submit")}
        </Button>
        <Button variant="ghost" size="lg" onClick={back}>
          {t("refuse.cancel")}
        </Button>
      </div>
    </div>
  );
}

function ChooseUnit({ job, answer }: { job: Job; answer: Answer }) {
  const t = useTranslations("dispatch");
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.querySelector<HTMLButtonElement>("[data-units] button")?.focus(), []);
  return (
    <div ref={box} className="space-y-2 rounded-md border border-edge bg-raised p-3">
      <p className="text-sm font-semibold">{t("accept.title")}</p>
      <p className="text-xs text-muted">{t("accept.hint")}</p>
      <UnitPicker
        agencyId={job.assignment.agencyId}
        incidentId={job.incident.id}
        action={t("step.accept")}
        busy={answer.command.busy}
        onPick={(unit) => void answer.send("accept", { unitId: unit.id })}
      />
      <div className="flex flex-wrap gap-2">
        <Button busy={answer.command.busy} onClick={() => void answer.send("accept")}>
          {t("accept.without")}
        </Button>
        <Button variant="ghost" onClick={back}>
          {t("refuse.cancel")}
        </Button>
      </div>
    </div>
  );
}
