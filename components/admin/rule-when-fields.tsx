"use client";
import { useTranslations } from "next-intl";
import { Hazard, hazardNames, levelNames, levels } from "@/lib/contract/level";
import { ChoiceField, type RuleFields, TextField } from "./rule-controls";
import { useLocalized } from "./use-localized";
import { unitOf } from "./use-measure-words";

export function WhatFields(fields: RuleFields) {
  const words = useLocalized();
  const hazards = Hazard.options.map((hazard) => ({ value: hazard, label: words(hazardNames[hazard]) }));
  const grades = levels.map((level) => ({ value: String(level), label: `${level} ${words(levelNames[level])}` }));
  return (
    <>
      <ChoiceField {...fields} name="hazard" path="hazard" choices={hazards} />
      <ChoiceField {...fields} name="level" path="level" choices={grades} />
    </>
  );
}

/** What is measured, and where it raises and clears. */
export function WhenFields(fields: RuleFields) {
  const t = useTranslations("admin.rule");
  const { draft, city } = fields;
  const unit = unitOf(city.kinds, { scope: { kind: draft.scopeKind || undefined }, stream: draft.stream });
  const amount = draft.measure === "silence" ? t("silenceHint") : t("raiseHint", { unit: unit && `: ${unit}` });
  const measures = (["value", "sum", "silence"] as const).map((value) => ({ value, label: t(`measures.${value}`) }));
  const sides = (["at-or-above", "at-or-below"] as const).map((value) => ({ value, label: t(`directions.${value}`) }));
  return (
    <>
      <ChoiceField {...fields} name="measure" path="measure.type" choices={measures} />
      {draft.measure === "sum" && <TextField {...fields} numeric name="windowMin" path="measure.windowMs" />}
      <ChoiceField {...fields} name="direction" path="direction" choices={sides} />
      <TextField {...fields} numeric name="raise" path="raise" hint={amount} />
      <TextField {...fields} numeric name="clear" path="clear" hint={t("clearHint")} />
      <TextField {...fields} numeric name="holdMin" path="holdMs" hint={t("holdHint")} />
    </>
  );
}
