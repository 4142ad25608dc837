"use client";
import { Plus, Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";
import { Input, Select } from "@/components/ui/input";
import { SeverityBadge } from "@/components/ui/severity";
import type { Level } from "@/lib/contract/level";
import { newStep, type StepDraft } from "./escalation-draft";

const MOST = 6;

export type Target = { value: string; label: string };

/** The steps of one level, each with its minutes and whom it reaches. */
export function EscalationSteps(props: {
  level: Level;
  /** What stands above the steps. */
  children?: ReactNode;
  steps: readonly StepDraft[];
  faulty: boolean;
  /** Whom a step may reach, in words. */
  targets: readonly Target[];
  /** Other words than those for alerts: what the minutes count, and what is wrong. */
  minutes?: string;
  fault?: string;
  onChange(steps: StepDraft[]): void;
}) {
  const t = useTranslations("admin.escalation");
  const { level, steps, faulty, targets, onChange } = props;
  const change = (key: number, part: Partial<StepDraft>) =>
    onChange(steps.map((s) => (s.key === key ? { ...s, ...part } : s)));
  return (
    <fieldset className="rounded-panel border border-line bg-panel p-3" data-level={level}>
      <legend className="px-1">
        <SeverityBadge level={level} />
      </legend>
      {props.children}
      {steps.length === 0 && <p className="text-muted text-sm">{t("none")}</p>}
      <ol className="flex flex-col gap-2">
        {steps.map((step, i) => (
          <li key={step.key} className="flex flex-wrap items-center gap-2 text-sm">
            <span className="w-6 text-muted tabular-nums">{i + 1}.</span>
            <span className="w-20">
              <Input
                inputMode="decimal"
                aria-label={t("after", { n: i + 1 })}
                aria-invalid={faulty || undefined}
                value={step.afterMin}
                onChange={(event) => change(step.key, { afterMin: event.target.value })}
              />
            </span>
            <span>{props.minutes ?? t("minutes")}</span>
            <span className="w-56 max-w-full">
              <TargetSelect targets={targets} value={step.to} n={i + 1} onChange={(to) => change(step.key, { to })} />
            </span>
            <IconButton
              label={t("remove", { n: i + 1 })}
              icon={Trash2}
              onClick={() => onChange(steps.filter((s) => s.key !== step.key))}
            />
          </li>
        ))}
      </ol>
      {faulty && (
        <p role="alert" className="mt-2 font-medium text-level-4 text-sm">
          {props.fault ?? t("fault")}
        </p>
      )}
      {steps.length < MOST && (
        <Button type="button" className="mt-2" onClick={() => onChange([...steps, newStep("", targets[0]?.value)])}>
          <Plus size={15} aria-hidden /> {t("add")}
        </Button>
      )}
    </fieldset>
  );
}

type TargetProps = { targets: readonly Target[]; value: string; n: number; onChange(to: string): void };

function TargetSelect({ targets, value, n, onChange }: TargetProps) {
  const t = useTranslations("admin.escalation");
  return (
    <Select aria-label={t("to", { n })} value={value} onChange={(event) => onChange(event.target.value)}>
      {!targets.some((it) => it.value === value) && <option value={value}>{value}</option>}
      {targets.map((it) => (
        <option key={it.value} value={it.value}>
          {it.label}
        </option>
      ))}
    </Select>
  );
}
