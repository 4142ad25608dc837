"use client";
import { useTranslations } from "next-intl";
import { Input, Select, Textarea } from "@/components/ui/input";
import { Field } from "./field";
import type { FieldFaults } from "./field-errors";
import type { RuleDraft } from "./rule-draft";
import type { useCityWords } from "./use-city-words";

export type RuleFields = {
  draft: RuleDraft;
  faults: FieldFaults;
  city: ReturnType<typeof useCityWords>;
  onChange(change: Partial<RuleDraft>): void;
};

/** The fields of a draft that are text. */
type TextName = { [K in keyof RuleDraft]: RuleDraft[K] extends string ? K : never }[keyof RuleDraft];
/** Where a field's words and its fault are found: its path in the contract. */
export type FieldPath =
  | "name.ko"
  | "name.en"
  | "hazard"
  | "level"
  | "scope.kind"
  | "scope.zone"
  | "scope.device"
  | "stream"
  | "measure.type"
  | "measure.windowMs"
  | "direction"
  | "raise"
  | "clear"
  | "holdMs"
  | "advice.ko"
  | "advice.en"
  | "source";

type Named = RuleFields & { name: TextName; path: FieldPath; hint?: string; className?: string };

export function TextField({ draft, faults, onChange, name, path, hint, className, long, numeric, lang }: Named & Look) {
  const t = useTranslations("admin.rule.field");
  return (
    <Field label={t(path)} hint={hint} fault={faults[path]} className={className} required>
      {(control) => {
        const shared = { ...control, lang, value: draft[name] };
        if (long) return <Textarea {...shared} onChange={(event) => onChange({ [name]: event.target.value })} />;
        const mode = numeric ? ({ inputMode: "decimal", autoComplete: "off" } as const) : {};
        return <Input {...shared} {...mode} onChange={(event) => onChange({ [name]: event.target.value })} />;
      }}
    </Field>
  );
}

type Look = { long?: boolean; numeric?: boolean; lang?: "ko" | "en" };
export type Choice = { value: string; label: string };

export function ChoiceField({
  draft,
  faults,
  onChange,
  name,
  path,
  hint,
  choices,
}: Named & { choices: readonly Choice[] }) {
  const t = useTranslations("admin.rule.field");
  return (
    <Field label={t(path)} hint={hint} fault={faults[path]}>
      {(control) => (
        <Select {...control} value={draft[name]} onChange={(event) => onChange({ [name]: event.target.value })}>
          {!choices.some(({ value }) => value === draft[name]) && <option value={draft[name]}>{draft[name]}</option>}
          {choices.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </Select>
      )}
    </Field>
  );
}

/** The same words in both languages of the city. */
export function WordsFields({
  ko,
  en,
  path,
  long,
  ...fields
}: RuleFields & { ko: TextName; en: TextName; path: "name" | "advice"; long?: boolean }) {
  return (
    <>
      <TextField {...fields} name={ko} path={`${path}.ko`} lang="ko" long={long} />
      <TextField {...fields} name={en} path={`${path}.en`} lang="en" long={long} />
    </>
  );
}
