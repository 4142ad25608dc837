"use client";
import { useFormatter, useTranslations } from "next-intl";
import { MINUTE } from "@/lib/base/clock";
import { type Hazard, hazardNames, type Level, levelNames } from "@/lib/contract/level";
import type { Condition } from "@/lib/contract/measure";
import type { RuleBody, Scope, Step } from "@/lib/contract/rule";
import type { useCityWords } from "./use-city-words";
import { useLocalized } from "./use-localized";
import { unitOf, useMeasureWords } from "./use-measure-words";

type City = Pick<ReturnType<typeof useCityWords>, "kinds" | "kindOf" | "zoneName">;

/** A rule in the reader's words. */
export function useRuleWords(city: City) {
  const t = useTranslations("admin.rules");
  const words = useLocalized();
  const { number } = useFormatter();
  const measured = useMeasureWords(city);
  const minutes = (ms: number) => t("minutes", { value: ms / MINUTE });
  const amount = (rule: RuleBody, value: number): string => {
    if (rule.measure.type === "silence") return t("minutes", { value });
    if (rule.measure.type === "conditions") return t("conditionCount", { value });
    const unit = unitOf(city.kinds, rule);
    const per = rule.measure.type === "rise" ? t("perHour", { unit }) : unit;
    return `${number(value, { maximumFractionDigits: 6 })} ${per}`.trim();
  };
  // it clears on the other side of its clear value
  const bar = (rule: RuleBody, value: number, side: "raise" | "clear") =>
    t((rule.direction === "at-or-above") === (side === "raise") ? "atOrAbove" : "atOrBelow", {
      value: amount(rule, value),
    });
  return {
    minutes,
    measured,
    value: (rule: RuleBody, side: "raise" | "clear") => bar(rule, rule[side], side),
    /** The further levels, each with its name. */
    steps: ({ steps = [], ...rule }: RuleBody) =>
      steps.map((s) => t("levels", { level: words(levelNames[s.level]), value: bar(rule, s.raise, "raise") })),
    hold: ({ holdMs, holdDownMs = 0 }: RuleBody) =>
      [holdMs > 0 ? minutes(holdMs) : t("atOnce"), holdDownMs > 0 && t("holdDown", { time: minutes(holdDownMs) })]
        .filter(Boolean)
        .join(", "),
    /** Months and hours to which it is bound; empty where to none. */
    season: ({ months, hours }: RuleBody) =>
      [months && t("monthsOf", { months: months.join(", ") }), hours && t("hoursOf", hours)].filter(Boolean).join(", "),
    scope: ({ kind, zone, device }: Scope) => {
      const label = kind && city.kindOf(kind)?.label;
      return [label ? words(label) : kind, zone && city.zoneName(zone), device].filter(Boolean).join(" · ");
    },
  };
}

/** One value of a rule's field for a list of changes. */
export function useFieldValue(): (path: string, value: unknown) => string {
  const t = useTranslations("admin.rule");
  const rules = useTranslations("admin.rules");
  const words = useLocalized();
  const minutes = (ms: unknown) => rules("minutes", { value: Number(ms) / MINUTE });
  const step = ({ level, ...bar }: Step) => t("stepLine", { level: words(levelNames[level]), ...bar });
  const byPath: Record<string, (value: unknown) => string> = {
    holdMs: minutes,
    holdDownMs: minutes,
    "measure.windowMs": minutes,
    "measure.radiusM": (metres) => `${Number(metres) / 1000} km`,
    "measure.of": (of) => (Array.isArray(of) ? of.map(conditionLine).join("; ") : rules(`dailyOf.${of as "max"}`)),
    "measure.across": (across) => rules(`across.${across as "median"}`),
    "measure.over": (over) => t(`over.${over as "zone"}`),
    steps: (steps) => (steps as Step[]).map(step).join("; "),
    months: (months) => rules("monthsOf", { months: (months as number[]).join(", ") }),
    hazard: (hazard) => words(hazardNames[hazard as Hazard]),
    level: (level) => words(levelNames[level as Level]),
    direction: (direction) => t(`directions.${direction as RuleBody["direction"]}`),
    "measure.type": (type) => t(`measures.${type as RuleBody["measure"]["type"]}`),
  };
  return (path, value) => {
    if (value === null || value === "") return t("nothing");
    if (typeof value === "boolean") return t(value ? "yes" : "no");
    return byPath[path]?.(value) ?? String(value);
  };
}

function conditionLine({ stream, measure, direction, raise, clear }: Condition): string {
  const window = measure.type === "value" ? "" : ` ${measure.type} ${measure.windowMs / MINUTE} min`;
  return `${stream}${window} ${direction === "at-or-above" ? "≥" : "≤"} ${raise} (${clear})`;
}
