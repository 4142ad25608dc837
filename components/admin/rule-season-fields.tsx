"use client";
import { useFormatter, useTranslations } from "next-intl";
import { Checkbox } from "@/components/ui/input";
import { type RuleFields, TextField } from "./rule-controls";

const MONTHS = Array.from({ length: 12 }, (_, i) => i + 1);

/** When in the year and the day it may raise; nothing chosen means always. */
export function SeasonFields(fields: RuleFields) {
  const t = useTranslations("admin.rule");
  const { dateTime } = useFormatter();
  const { draft, onChange } = fields;
  const flip = (month: number, on: boolean) =>
    onChange({ months: MONTHS.filter((m) => (m === month ? on : draft.months.includes(m))) });
  return (
    <fieldset className="sm:col-span-2">
      <legend className="text-sm font-medium">{t("season")}</legend>
      <p className="text-xs text-muted">{t("seasonHint")}</p>
      <div className="mt-2 flex flex-wrap gap-x-4 gap-y-1">
        {MONTHS.map((month) => (
          <Checkbox
            key={month}
            label={dateTime(Date.UTC(2026, month - 1, 15), { month: "short", timeZone: "UTC" })}
            checked={draft.months.includes(month)}
            onChange={(event) => flip(month, event.target.checked)}
          />
        ))}
      </div>
      <div className="mt-3 grid max-w-xs grid-cols-2 gap-4">
        <TextField {...fields} numeric optional name="hoursFrom" path="hours.from" />
        <TextField {...fields} numeric optional name="hoursTo" path="hours.to" />
      </div>
    </fieldset>
  );
}
