"use client";
import { ArrowUp, Plus, Trash2 } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";
import { Checkbox, Input, Select } from "@/components/ui/input";
import type { Locale, Localized } from "@/lib/base/localized";
import { Level, levelNames, levels } from "@/lib/contract/level";
import type { ProcedureStep } from "@/lib/contract/procedure";
import { newStep, type ProcedureDraft } from "./procedure-draft";

type Props = {
  draft: ProcedureDraft;
  faulty: boolean;
  freshId(): string;
  /** null: it is taken away. */
  onChange(next: ProcedureDraft | null): void;
};

/** One procedure: from which level on, its steps in both languages, who wrote it. */
export function ProcedureFields({ draft, faulty, freshId, onChange }: Props) {
  const t = useTranslations("admin.procedures");
  const { steps } = draft;
  const setSteps = (next: ProcedureStep[]) => onChange({ ...draft, steps: next });
  return (
    <fieldset className="flex flex-col gap-3 rounded-panel border border-line bg-panel p-3" data-level={draft.level}>
      <legend className="sr-only">{t("from")}</legend>
      <LevelChoice draft={draft} onChange={onChange} />
      <ol className="flex flex-col gap-2">
        {steps.map((step, i) => (
          <li key={step.id} className="flex flex-wrap items-center gap-2 text-sm">
            <span className="w-6 text-muted tabular-nums">{i + 1}.</span>
            <BothWords
              name={t("step", { n: i + 1 })}
              words={step.text}
              faulty={faulty}
              onChange={(text) => setSteps(steps.map((s) => (s === step ? { ...s, text } : s)))}
            />
            <IconButton
              label={t("up", { n: i + 1 })}
              icon={ArrowUp}
              disabled={i === 0}
              onClick={() => setSteps(raised(steps, i))}
            />
            <IconButton
              label={t("remove", { n: i + 1 })}
              icon={Trash2}
              onClick={() => setSteps(steps.filter((s) => s !== step))}
            />
          </li>
        ))}
      </ol>
      <div className="flex flex-wrap items-center gap-2 text-sm">
        <BothWords
          name={t("source")}
          words={draft.source}
          faulty={faulty}
          onChange={(source) => onChange({ ...draft, source })}
        />
        <Checkbox
          label={t("official")}
          checked={draft.official}
          onChange={(event) => onChange({ ...draft, official: event.target.checked })}
        />
      </div>
      {faulty && (
        <p role="alert" className="font-medium text-level-4 text-sm">
          {t("fault")}
        </p>
      )}
      <div className="flex flex-wrap gap-2">
        <Button size="sm" onClick={() => setSteps([...steps, newStep(freshId())])}>
          <Plus size={15} aria-hidden /> {t("addStep")}
        </Button>
        <Button size="sm" variant="ghost" onClick={() => onChange(null)}>
          <Trash2 size={15} aria-hidden /> {t("removeAll", { level: draft.level })}
        </Button>
      </div>
    </fieldset>
  );
}

/** The list with its `i`th one place further up. */
function raised(steps: readonly ProcedureStep[], i: number): ProcedureStep[] {
  const next = [...steps];
  next.splice(i - 1, 0, ...next.splice(i, 1));
  return next;
}

function LevelChoice({ draft, onChange }: Pick<Props, "draft" | "onChange">) {
  const t = useTranslations("admin.procedures");
  const locale = useLocale() as Locale;
  return (
    <div className="flex max-w-xs items-center gap-2 whitespace-nowrap text-sm">
      <span aria-hidden>{t("from")}</span>
      <Select
        aria-label={t("from")}
        value={draft.level}
        onChange={(event) => onChange({ ...draft, level: Level.parse(Number(event.target.value)) })}
      >
        {levels.map((level) => (
          <option key={level} value={level}>
            {levelNames[level][locale]}
          </option>
        ))}
      </Select>
    </div>
  );
}

type WordsProps = { name: string; words: Localized; faulty: boolean; onChange(words: Localized): void };

function BothWords({ name, words, faulty, onChange }: WordsProps) {
  const t = useTranslations("admin.procedures");
  return (["ko", "en"] as const).map((language) => (
    <Input
      key={language}
      className="w-64 flex-1"
      lang={language}
      maxLength={500}
      aria-label={`${name} (${t(language)})`}
      aria-invalid={(faulty && words[language].trim() === "") || undefined}
      placeholder={t(language)}
      value={words[language]}
      onChange={(event) => onChange({ ...words, [language]: event.target.value })}
    />
  ));
}
