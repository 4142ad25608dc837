"use client";

import { Square, SquareCheckBig } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { useMemo } from "react";
import { LoadingState } from "@/components/ui/loading-state";
import { SeverityBadge } from "@/components/ui/severity";
import type { Locale } from "@/lib/base/localized";
import type { Incident, TimelineEntry } from "@/lib/contract/incident";
import { type Procedure, type ProcedureStep, proceduresFor, ticksOf } from "@/lib/contract/procedure";
import { Moment } from "../signs/age";
import { tickStep } from "./city-calls";
import { FailureNote } from "./failure-note";
import { type Command, useCommand } from "./use-command";
import { useProcedures } from "./use-procedures";

/** What is to be done, what of it is done, by whom and when. `handles`: this screen may tick. */
export function ProcedureSteps({ incident, handles }: { incident: Incident; handles: boolean }) {
  const t = useTranslations("response.procedure");
  const all = useProcedures();
  const command = useCommand();
  const procedures = useMemo(() => all && proceduresFor(all, incident), [all, incident]);
  const ticks = useMemo(() => ticksOf(incident.timeline), [incident.timeline]);
  if (!procedures) return <LoadingState rows={2} />;
  if (procedures.length === 0) return <p className="text-muted text-sm">{t("none")}</p>;
  const steps = procedures.flatMap((p) => p.steps);
  return (
    <div className="space-y-3" data-procedure>
      <p className="text-muted text-xs">
        {t("progress", { done: steps.filter((s) => ticks.has(s.id)).length, of: steps.length })}
      </p>
      <FailureNote failure={command.failure} situation="tick" onDismiss={command.dismiss} />
      {procedures.map((procedure) => (
        <OneProcedure
          key={procedure.level}
          {...{ procedure, ticks, command }}
          onTick={handles ? (step, done) => tickStep(incident.id, step, done) : undefined}
        />
      ))}
    </div>
  );
}

type Ticks = ReadonlyMap<string, TimelineEntry>;
type OnTick = (stepId: string, done: boolean) => Promise<unknown>;

function OneProcedure(props: { procedure: Procedure; ticks: Ticks; command: Command; onTick: OnTick | undefined }) {
  const t = useTranslations("response.procedure");
  const locale = useLocale() as Locale;
  const { procedure, ticks, command, onTick } = props;
  return (
    <section aria-label={t("from", { level: procedure.level })}>
      <p className="mb-1">
        <SeverityBadge level={procedure.level} />
      </p>
      <ul className="space-y-1">
        {procedure.steps.map((step) => (
          <Step
            key={step.id}
            step={step}
            tick={ticks.get(step.id)}
            busy={command.busy}
            onTick={onTick && ((done) => void command.run(() => onTick(step.id, done)))}
          />
        ))}
      </ul>
      <p className="mt-1 text-faint text-xs">{procedure.source[locale]}</p>
    </section>
  );
}

type StepProps = {
  step: ProcedureStep;
  tick: TimelineEntry | undefined;
  busy: boolean;
  onTick: ((done: boolean) => void) | undefined;
};

function Step({ step, tick, busy, onTick }: StepProps) {
  const t = useTranslations("response.procedure");
  const locale = useLocale() as Locale;
  const Icon = tick ? SquareCheckBig : Square;
  const body = (
    <>
      <Icon size={18} aria-hidden className={`mt-px shrink-0 ${tick ? "text-ok" : "text-muted"}`} />
      <span className="min-w-0 flex-1">
        {step.text[locale]}
        {!onTick && <span className="sr-only"> ({t(tick ? "done" : "open")})</span>}
        {tick && (
          <span className="block text-muted text-xs">
            {t("by", { name: tick.actor })} <Moment at={tick.at} />
          </span>
        )}
      </span>
    </>
  );
  const look = "flex w-full gap-2 rounded px-1.5 py-1 text-left text-sm";
  if (!onTick)
    return (
      <li data-step={step.id} data-done={tick !== undefined} className={look}>
        {body}
      </li>
    );
  return (
    <li data-step={step.id} data-done={tick !== undefined}>
      {/* biome-ignore lint/a11y/useSemanticElements: who ticked it and when stands inside */}
      <button
        type="button"
        role="checkbox"
        aria-checked={tick !== undefined}
        aria-disabled={busy}
        onClick={() => !busy && onTick(!tick)}
        className={`${look} hover:bg-raised`}
      >
        {body}
      </button>
    </li>
  );
}
