"use client";

import { useLocale, useTranslations } from "next-intl";
import { useLive } from "@/components/live/use-live";
import type { Locale } from "@/lib/base/localized";
import type { Alert } from "@/lib/contract/alert";
import type { StreamInfo } from "@/lib/contract/kind";
import type { Rule } from "@/lib/contract/rule";
import { useRules } from "../signs/use-rules";
import { valueText } from "../signs/value-text";

/** What an alert says: what was measured, how much, and the bar it crossed (null while the rules are not there). */
export type AlertWords = { what: string; value: string; bar: string | null };

/** Words for an alert in the page's language. */
export function useAlertWords(alert: Alert): AlertWords {
  const t = useTranslations("desk.alert");
  const locale = useLocale() as Locale;
  const stream = useLive((city) => city.kinds.get(alert.kind))?.streams.find((it) => it.name === alert.stream);
  const known = useRules().get(alert.ruleId);
  const rule = known?.version === alert.ruleVersion ? known : undefined;
  if (alert.stream === "") return silenceWords(alert, rule, t);
  const what = stream?.label[locale] ?? alert.stream;
  if (rule?.measure.type === "sum") {
    const window = t("window", { minutes: Math.round(rule.measure.windowMs / 60_000) });
    return {
      what: `${what} ${window}`,
      value: valueText(stream, alert.value, locale),
      bar: barText(rule, stream, locale),
    };
  }
  return { what, value: valueText(stream, alert.value, locale), bar: rule ? barText(rule, stream, locale) : null };
}

function silenceWords(
  alert: Alert,
  rule: Rule | undefined,
  t: (key: string, values: { n: number }) => string,
): AlertWords {
  const bar = rule ? `≥ ${t("minutes", { n: rule.raise })}` : null;
  return { what: t("silence", { n: 0 }), value: t("minutes", { n: Math.round(alert.value) }), bar };
}

function barText(rule: Rule, stream: StreamInfo | undefined, locale: Locale): string | null {
  // a state's bar says nothing that its word does not
  if (stream?.states) return null;
  return `${rule.direction === "at-or-above" ? "≥" : "≤"} ${valueText(stream, rule.raise, locale)}`;
}
