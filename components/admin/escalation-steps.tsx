"use client";
import { Plus, Trash2 } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";
import { Input, Select } from "@/components/ui/input";
import { SeverityBadge } from "@/components/ui/severity";
import type { Locale } from "@/lib/base/localized";
import type { EscalationTarget } from "@/lib/contract/escalation";
import type { Level } from "@/lib/contract/level";
import { newStep, type StepDraft } from "./escalation-draft";
import { useCity } from "./use-city";

const MOST = 6;

/** The steps of one level, each with its minutes and whom it reaches. */
export function EscalationSteps(props: {
  level: Level;
  steps: readonly StepDraft[];
  faulty: boolean;
  onChange(steps: StepDraft[]): void;
}) {
  const t = useTranslations("admin.escalation");
  const { level, steps, faulty, onChange } = props;
  const change = (key: number, part: Partial<StepDraft>) =>
    onChange(steps.map((s) => (s.key === key ? { ...s, ...part } : s)));
  return (
    <fieldset className="rounded-panel border border-line bg-panel p-3" data-level={level}>
      <legend className="px-1">
        <SeverityBadge level={level} />
      </legend>
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
            <span>{t("minutes")}</span>
            <span className="w-56 max-w-full">
              <TargetSelect value={step.to} n={i + 1} onChange={(to) => change(step.key, { to })} />
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
          {t("fault")}
        </p>
      )}
      {steps.length < MOST && (
        <Button type="button" className="mt-2" onClick={() => onChange([...steps, newStep("")])}>
          <Plus size={15} aria-hidden /> {t("add")}
        </Button>
      )}
    </fieldset>
  );
}

type TargetProps = { value: EscalationTarget; n: number; onChange(to: EscalationTarget): void };

function TargetSelect({ value, n, onChange }: TargetProps) {
  const t = useTranslations("admin.escalation");
  const locale = useLocale() as Locale;
  const agencies = useCity("listAgencies", {}).data?.agencies ?? [];
  const known = ["desk", "lead", ...agencies.map((a) => `agency:${a.id}`)];
  return (
    <Select aria-label={t("to", { n })} value={value} onChange={(event) => onChange(event.target.value)}>
      {!known.includes(value) && <option value={value}>{value}</option>}
      <option value="desk">{t("desk")}</option>
      <option value="lead">{t("lead_")}</option>
      {agencies.map((agency) => (
        <option key={agency.id} value={`agency:${agency.id}`}>
          {agency.name[locale]}
        </option>
      ))}
    </Select>
  );
}
