"use client";
import { Plus, Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { levelNames, levels } from "@/lib/contract/level";
import type { FieldFault } from "./field-errors";
import { Chooser, NumberBox, type RuleFields } from "./rule-controls";
import type { StepDraft } from "./rule-draft";
import { useLocalized } from "./use-localized";

/** Further levels of the same rule: the alert that stands rises to them. */
export function StepFields({ draft, faults, onChange }: RuleFields) {
  const t = useTranslations("admin.rule");
  const { steps } = draft;
  const put = (next: StepDraft[]) => onChange({ steps: next });
  const last = steps.at(-1)?.level ?? draft.level;
  return (
    <fieldset className="sm:col-span-2">
      <legend className="text-sm font-medium">{t("steps")}</legend>
      <p className="text-xs text-muted">{t("stepsHint")}</p>
      {faults.steps && <StepsFault fault={faults.steps} />}
      <ol className="mt-2 flex flex-col gap-3">
        {steps.map((step, i) => (
          <StepBox
            // biome-ignore lint/suspicious/noArrayIndexKey: a level has no name, and its place is what it is
            key={i}
            step={step}
            fault={(path) => faults[`steps.${i}.${path}`]}
            onPut={(change) => put(steps.with(i, { ...step, ...change }))}
            onRemove={() => put(steps.toSpliced(i, 1))}
          />
        ))}
      </ol>
      {steps.length < 3 && Number(last) < 4 && (
        <Button
          size="sm"
          className="mt-2"
          onClick={() => put([...steps, { level: String(Number(last) + 1), raise: "", clear: "" }])}
        >
          <Plus size={14} aria-hidden />
          {t("addStep")}
        </Button>
      )}
    </fieldset>
  );
}

function StepsFault({ fault }: { fault: FieldFault }) {
  const t = useTranslations("admin.fault");
  return (
    <p role="alert" className="mt-1 text-xs font-medium text-level-4">
      {t(fault.key, fault.values)}
    </p>
  );
}

type Box = {
  step: StepDraft;
  fault(path: "level" | "raise" | "clear"): FieldFault | undefined;
  onPut(change: Partial<StepDraft>): void;
  onRemove(): void;
};

function StepBox({ step, fault, onPut, onRemove }: Box) {
  const t = useTranslations("admin.rule");
  const words = useLocalized();
  const grades = levels
    .slice(1)
    .map((level) => ({ value: String(level), label: `${level} ${words(levelNames[level])}` }));
  return (
    <li className="grid items-start gap-3 rounded-md border border-line p-3 sm:grid-cols-[1fr_1fr_1fr_auto]">
      <Chooser
        label={t("field.level")}
        fault={fault("level")}
        value={step.level}
        choices={grades}
        onChoose={(level) => onPut({ level })}
      />
      <NumberBox
        label={t("field.raise")}
        fault={fault("raise")}
        value={step.raise}
        onType={(raise) => onPut({ raise })}
      />
      <NumberBox
        label={t("field.clear")}
        fault={fault("clear")}
        value={step.clear}
        onType={(clear) => onPut({ clear })}
      />
      <Button size="sm" variant="ghost" className="sm:mt-7" aria-label={t("removeStep")} onClick={onRemove}>
        <Trash2 size={14} aria-hidden />
      </Button>
    </li>
  );
}
