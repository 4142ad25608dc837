"use client";
import { useTranslations } from "next-intl";
import { Hazard, hazardNames, levelNames, levels } from "@/lib/contract/level";
import { Measure } from "@/lib/contract/measure";
import { ChoiceField, type RuleFields, TextField } from "./rule-controls";
import { MeasureFields } from "./rule-measure-fields";
import { SeasonFields } from "./rule-season-fields";
import { StepFields } from "./rule-step-fields";
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
  const { draft } = fields;
  const measures = Measure.options.map((option) => option.shape.type.value);
  const choices = measures.map((value) => ({ value, label: t(`measures.${value}`) }));
  return (
    <>
      <ChoiceField
        {...fields}
        name="measure"
        path="measure.type"
        hint={t(`measureHints.${draft.measure}`)}
        choices={choices}
      />
      <MeasureFields {...fields} />
      <BarFields {...fields} />
      <TextField {...fields} numeric name="holdMin" path="holdMs" hint={t("holdHint")} />
      <TextField {...fields} numeric name="holdDownMin" path="holdDownMs" hint={t("holdDownHint")} />
      <StepFields {...fields} />
      <SeasonFields {...fields} />
    </>
  );
}

/** Which way is danger, and the values at which it begins and ends. */
function BarFields(fields: RuleFields) {
  const t = useTranslations("admin.rule");
  const { draft, city } = fields;
  const unit = unitOf(city.kinds, { scope: { kind: draft.scopeKind || undefined }, stream: draft.stream });
  const sides = (["at-or-above", "at-or-below"] as const).map((value) => ({ value, label: t(`directions.${value}`) }));
  if (draft.measure === "conditions")
    return (
      <>
        <TextField {...fields} numeric name="raise" path="raise" label={t("countRaise")} hint={t("countHint")} />
        <TextField {...fields} numeric name="clear" path="clear" label={t("countClear")} />
      </>
    );
  const hint = {
    silence: t("silenceHint"),
    rise: t("riseHint", { unit: unit && `: ${unit}/h` }),
    neighbours: t("neighboursHint", { unit: unit && `: ${unit}` }),
  }[draft.measure as "rise"];
  return (
    <>
      <ChoiceField {...fields} name="direction" path="direction" choices={sides} />
      <TextField
        {...fields}
        numeric
        name="raise"
        path="raise"
        hint={hint ?? t("raiseHint", { unit: unit && `: ${unit}` })}
      />
      <TextField {...fields} numeric name="clear" path="clear" hint={t("clearHint")} />
    </>
  );
}
