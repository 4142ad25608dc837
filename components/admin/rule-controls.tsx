"use client";
import { useTranslations } from "next-intl";
import { Input, Select, Textarea } from "@/components/ui/input";
import { Field } from "./field";
import type { FieldFault, FieldFaults } from "./field-errors";
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
  | "measure.radiusM"
  | "measure.atLeast"
  | "measure.of"
  | "measure.days"
  | "measure.across"
  | "measure.over"
  | "measure.hours.from"
  | "measure.hours.to"
  | "direction"
  | "raise"
  | "clear"
  | "holdMs"
  | "holdDownMs"
  | "hours.from"
  | "hours.to"
  | "advice.ko"
  | "advice.en"
  | "source";

type Named = RuleFields & {
  name: TextName;
  path: FieldPath;
  /** Where the words of the path do not fit. */
  label?: string;
  hint?: string;
  className?: string;
  optional?: boolean;
};

export function TextField(fields: Named & Look) {
  const { draft, faults, onChange, name, path, label, hint, className, optional, long, numeric, lang } = fields;
  const t = useTranslations("admin.rule.field");
  return (
    <Field label={label ?? t(path)} hint={hint} fault={faults[path]} className={className} required={!optional}>
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
  className,
  choices,
}: Named & { choices: readonly Choice[] }) {
  const t = useTranslations("admin.rule.field");
  const props = { label: t(path), hint, fault: faults[path], className, choices, value: draft[name] };
  return <Chooser {...props} onChoose={(value) => onChange({ [name]: value })} />;
}

/** A list to choose from; what is chosen is always among it. */
export function Chooser(props: {
  label: string;
  hint?: string | undefined;
  fault?: FieldFault | undefined;
  className?: string | undefined;
  value: string;
  choices: readonly Choice[];
  onChoose(value: string): void;
}) {
  const { label, hint, fault, className, value, choices, onChoose } = props;
  return (
    <Field label={label} hint={hint} fault={fault} className={className}>
      {(control) => (
        <Select {...control} value={value} onChange={(event) => onChoose(event.target.value)}>
          {!choices.some((choice) => choice.value === value) && <option value={value}>{value}</option>}
          {choices.map((choice) => (
            <option key={choice.value} value={choice.value}>
              {choice.label}
            </option>
          ))}
        </Select>
      )}
    </Field>
  );
}

/** A number to type, outside of the draft's own fields. */
export function NumberBox(props: {
  label: string;
  hint?: string | undefined;
  fault?: FieldFault | undefined;
  value: string;
  onType(value: string): void;
}) {
  const { label, hint, fault, value, onType } = props;
  return (
    <Field label={label} hint={hint} fault={fault} required>
      {(control) => (
        <Input
          {...control}
          inputMode="decimal"
          autoComplete="off"
          value={value}
          onChange={(event) => onType(event.target.value)}
        />
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
