"use client";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Checkbox, Input } from "@/components/ui/input";
import { Field } from "./field";
import type { RuleFields } from "./rule-controls";
import { TextField, WordsFields } from "./rule-controls";
import { ScopeFields } from "./rule-scope-fields";
import { WhatFields, WhenFields } from "./rule-when-fields";

/** Everything that a rule says, in the order in which one thinks of it. */
export function RuleForm(fields: RuleFields) {
  const t = useTranslations("admin.rule");
  return (
    <div className="flex flex-col gap-6">
      <Part title={t("what")}>
        <WordsFields {...fields} ko="nameKo" en="nameEn" path="name" />
        <WhatFields {...fields} />
      </Part>
      <Part title={t("where")} hint={t("whereHint")}>
        <ScopeFields {...fields} />
      </Part>
      <Part title={t("when")}>
        <WhenFields {...fields} />
      </Part>
      <Part title={t("citizens")}>
        <WordsFields {...fields} ko="adviceKo" en="adviceEn" path="advice" long />
        <Tick {...fields} name="publish" />
      </Part>
      <Part title={t("origin")}>
        <TextField {...fields} name="source" path="source" className="sm:col-span-2" />
        <EffectiveField {...fields} />
        <Tick {...fields} name="official" hint={t("officialHint")} />
        <Tick {...fields} name="enabled" />
      </Part>
    </div>
  );
}

function Part({ title, hint, children }: { title: string; hint?: string; children: ReactNode }) {
  return (
    <fieldset className="min-w-0">
      <legend className="text-sm font-semibold">{title}</legend>
      {hint && <p className="text-xs text-muted">{hint}</p>}
      <div className="mt-3 grid gap-4 sm:grid-cols-2">{children}</div>
    </fieldset>
  );
}

function Tick({
  draft,
  onChange,
  name,
  hint,
}: RuleFields & { name: "publish" | "official" | "enabled"; hint?: string }) {
  const t = useTranslations("admin.rule.field");
  return (
    <div className="sm:col-span-2">
      <Checkbox
        label={t(name)}
        checked={draft[name]}
        onChange={(event) => onChange({ [name]: event.target.checked })}
      />
      {hint && <p className="ml-6 text-xs text-muted">{hint}</p>}
    </div>
  );
}

function EffectiveField({ draft, faults, onChange }: RuleFields) {
  const t = useTranslations("admin.rule.field");
  return (
    <Field label={t("effectiveFrom")} fault={faults.effectiveFrom} required>
      {(control) => (
        <Input
          {...control}
          type="date"
          value={draft.effectiveFrom}
          onChange={(event) => onChange({ effectiveFrom: event.target.value })}
        />
      )}
    </Field>
  );
}
