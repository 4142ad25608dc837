"use client";
import { useTranslations } from "next-intl";
import { ConditionFields } from "./rule-condition-fields";
import { ChoiceField, type RuleFields, TextField } from "./rule-controls";

/** What the chosen measure asks for. */
export function MeasureFields(fields: RuleFields) {
  switch (fields.draft.measure) {
    case "sum":
    case "mean":
    case "rise":
      return <TextField {...fields} numeric name="windowMin" path="measure.windowMs" />;
    case "neighbours":
      return <NeighbourFields {...fields} />;
    case "daily":
      return <DailyFields {...fields} />;
    case "conditions":
      return <ConditionFields {...fields} />;
    default:
      return null;
  }
}

function NeighbourFields(fields: RuleFields) {
  const t = useTranslations("admin.rule");
  return (
    <>
      <TextField {...fields} numeric optional name="radiusKm" path="measure.radiusM" hint={t("radiusHint")} />
      <TextField {...fields} numeric name="atLeast" path="measure.atLeast" hint={t("atLeastHint")} />
    </>
  );
}

function DailyFields(fields: RuleFields) {
  const t = useTranslations("admin.rule");
  const rules = useTranslations("admin.rules");
  const days = (["max", "min"] as const).map((value) => ({ value, label: rules(`dailyOf.${value}`) }));
  const across = (["median", "mean", "max", "min"] as const).map((value) => ({
    value,
    label: rules(`across.${value}`),
  }));
  return (
    <>
      <ChoiceField {...fields} name="dayOf" path="measure.of" choices={days} />
      <TextField {...fields} numeric name="days" path="measure.days" hint={t("daysHint")} />
      <ChoiceField {...fields} name="across" path="measure.across" choices={across} />
      <div className="grid grid-cols-2 gap-4">
        <TextField {...fields} numeric optional name="dayFrom" path="measure.hours.from" hint={t("dayHoursHint")} />
        <TextField {...fields} numeric optional name="dayTo" path="measure.hours.to" />
      </div>
    </>
  );
}
