"use client";
import { useFormatter, useTranslations } from "next-intl";
import { MINUTE } from "@/lib/base/clock";
import type { KindInfo } from "@/lib/contract/kind";
import { type Hazard, hazardNames, type Level, levelNames } from "@/lib/contract/level";
import type { Rule, RuleBody, Scope } from "@/lib/contract/rule";
import type { useCityWords } from "./use-city-words";
import { useLocalized } from "./use-localized";

type City = Pick<ReturnType<typeof useCityWords>, "kinds" | "kindOf" | "zoneName">;

/** The unit of what a rule looks at; minutes for silence. */
export function unitOf(kinds: readonly KindInfo[], rule: { scope: Scope; stream: string }): string {
  const asked = rule.scope.kind ? kinds.filter((kind) => kind.id === rule.scope.kind) : kinds;
  return asked.flatMap((kind) => kind.streams).find((stream) => stream.name === rule.stream)?.unit ?? "";
}

/** A rule in the reader's words. */
export function useRuleWords(city: City) {
  const t = useTranslations("admin.rules");
  const words = useLocalized();
  const { number } = useFormatter();
  const minutes = (ms: number) => t("minutes", { value: ms / MINUTE });
  const value = (rule: RuleBody, side: "raise" | "clear"): string => {
    const amount = number(rule[side], { maximumFractionDigits: 6 });
    const unit = rule.measure.type === "silence" ? "" : unitOf(city.kinds, rule);
    const said = rule.measure.type === "silence" ? t("minutes", { value: rule[side] }) : `${amount} ${unit}`.trim();
    // it clears on the other side of its clear value
    const above = (rule.direction === "at-or-above") === (side === "raise");
    return t(above ? "atOrAbove" : "atOrBelow", { value: said });
  };
  return {
    minutes,
    value,
    hold: (rule: Rule) => (rule.holdMs > 0 ? minutes(rule.holdMs) : t("atOnce")),
    scope: ({ kind, zone, device }: Scope) => {
      const label = kind && city.kindOf(kind)?.label;
      return [label ? words(label) : kind, zone && city.zoneName(zone), device].filter(Boolean).join(" · ");
    },
    measured: (rule: Rule) => {
      if (rule.measure.type === "silence") return t("silence");
      const info = city.kinds.flatMap((kind) => kind.streams).find((stream) => stream.name === rule.stream);
      const stream = info ? words(info.label) : rule.stream;
      return rule.measure.type === "sum"
        ? `${stream}, ${t("sumOf", { window: minutes(rule.measure.windowMs) })}`
        : stream;
    },
  };
}

/** One value of a rule's field for a list of changes. */
export function useFieldValue(): (path: string, value: unknown) => string {
  const t = useTranslations("admin.rule");
  const minutes = useTranslations("admin.rules");
  const words = useLocalized();
  const byPath: Record<string, (value: unknown) => string> = {
    holdMs: (ms) => minutes("minutes", { value: Number(ms) / MINUTE }),
    "measure.windowMs": (ms) => minutes("minutes", { value: Number(ms) / MINUTE }),
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
