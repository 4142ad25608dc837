"use client";

import { useLocale, useTranslations } from "next-intl";
import { useLive } from "@/components/live/use-live";
import { MINUTE } from "@/lib/base/clock";
import type { Locale } from "@/lib/base/localized";
import type { Alert } from "@/lib/contract/alert";
import type { StreamInfo } from "@/lib/contract/kind";
import type { Measure } from "@/lib/contract/measure";
import type { Rule } from "@/lib/contract/rule";
import { useRules } from "../signs/use-rules";
import { valueText } from "../signs/value-text";

/** What an alert says: what was measured, how much, and the bar it crossed (null while the rules are not there). */
export type AlertWords = { what: string; value: string; bar: string | null };

type Say = ReturnType<typeof useTranslations<"desk.alert">>;

/** Words for an alert in the page's language. */
export function useAlertWords(alert: Alert): AlertWords {
  const t = useTranslations("desk.alert");
  const locale = useLocale() as Locale;
  const stream = useLive((city) => city.kinds.get(alert.kind))?.streams.find((it) => it.name === alert.stream);
  const known = useRules().get(alert.ruleId);
  const rule = known?.version === alert.ruleVersion ? known : undefined;
  const measure = rule?.measure ?? { type: alert.stream === "" ? "silence" : "value" };
  const said = (value: number) => amountText(measure, stream, value, t, locale);
  const name = stream?.label[locale] ?? alert.stream;
  // a state's bar says nothing that its word does not
  const bar = rule && !(measure.type === "value" && stream?.states) ? barText(rule, alert, said) : null;
  return { what: whatText(measure, name, t), value: said(alert.value), bar };
}

function whatText(measure: Measure, stream: string, t: Say): string {
  switch (measure.type) {
    case "value":
      return stream;
    case "sum":
      return `${stream} ${t("window", { minutes: Math.round(measure.windowMs / MINUTE) })}`;
    case "mean":
      return `${stream} ${t("mean", { minutes: Math.round(measure.windowMs / MINUTE) })}`;
    case "rise":
      return `${stream} ${t("rise", { minutes: Math.round(measure.windowMs / MINUTE) })}`;
    case "neighbours":
      return `${stream}, ${t("neighbours")}`;
    case "daily":
      return `${stream}, ${t("daily", { days: measure.days })}`;
    case "conditions":
      return t("conditions");
    case "silence":
      return stream ? `${stream} ${t("noValue")}` : t("silence");
  }
}

function amountText(measure: Measure, stream: StreamInfo | undefined, value: number, t: Say, locale: Locale): string {
  switch (measure.type) {
    case "silence":
      return t("minutes", { n: Math.round(value) });
    case "conditions":
      return t("conditionsOf", { n: value, of: measure.of.length });
    case "rise":
      return t("perHour", { value: valueText(stream, value, locale) });
    default:
      return valueText(stream, value, locale);
  }
}

/** The bar of the level at which the alert stands. */
function barText(rule: Rule, alert: Alert, said: (value: number) => string): string {
  if (alert.forecast) return `${rule.direction === "at-or-above" ? "≥" : "≤"} ${said(alert.forecast.threshold)}`;
  const step = rule.steps?.find(({ level }) => level === alert.level);
  return `${rule.direction === "at-or-above" ? "≥" : "≤"} ${said(step?.raise ?? rule.raise)}`;
}
