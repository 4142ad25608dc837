"use client";
import { useFormatter, useTranslations } from "next-intl";
import { MINUTE } from "@/lib/base/clock";
import type { KindInfo } from "@/lib/contract/kind";
import type { Condition, Measure } from "@/lib/contract/measure";
import type { RuleBody, Scope } from "@/lib/contract/rule";
import type { useCityWords } from "./use-city-words";
import { useLocalized } from "./use-localized";

type City = Pick<ReturnType<typeof useCityWords>, "kinds">;
type Daily = Extract<Measure, { type: "daily" }>;
type Conditions = Extract<Measure, { type: "conditions" }>;

/** The unit of the stream that a rule looks at. */
export function unitOf(kinds: readonly KindInfo[], rule: { scope: Scope; stream: string }): string {
  const asked = rule.scope.kind ? kinds.filter((kind) => kind.id === rule.scope.kind) : kinds;
  return asked.flatMap((kind) => kind.streams).find((stream) => stream.name === rule.stream)?.unit ?? "";
}

/** What a rule measures, in the reader's words. */
export function useMeasureWords({ kinds }: City): (rule: Pick<RuleBody, "measure" | "stream">) => string {
  const t = useTranslations("admin.rules");
  const words = useLocalized();
  const { number } = useFormatter();
  const minutes = (ms: number) => t("minutes", { value: ms / MINUTE });
  const streamName = (name: string): string => {
    const info = kinds.flatMap((kind) => kind.streams).find((stream) => stream.name === name);
    return info ? words(info.label) : name;
  };
  const ofDays = ({ of, days, across, hours }: Daily): string =>
    [t(`dailyOf.${of}`), t("daysRunning", { days }), t(`across.${across}`), hours && t("hoursOf", hours)]
      .filter(Boolean)
      .join(", ");
  const ofCondition = (condition: Condition): string => {
    const unit = unitOf(kinds, { ...condition, scope: { kind: condition.kind } });
    const per = condition.measure.type === "rise" ? t("perHour", { unit }) : unit;
    const value = `${number(condition.raise, { maximumFractionDigits: 6 })} ${per}`.trim();
    return `${say(condition)} ${t(condition.direction === "at-or-above" ? "atOrAbove" : "atOrBelow", { value })}`;
  };
  const ofConditions = ({ over, of }: Conditions): string =>
    `${t(`conditionsOver.${over}`, { count: of.length })}: ${of.map(ofCondition).join("; ")}`;

  function say({ measure, stream }: Pick<RuleBody, "measure" | "stream">): string {
    const name = streamName(stream);
    switch (measure.type) {
      case "value":
        return name;
      case "sum":
        return `${name}, ${t("sumOf", { window: minutes(measure.windowMs) })}`;
      case "mean":
        return `${name}, ${t("meanOf", { window: minutes(measure.windowMs) })}`;
      case "rise":
        return `${name}, ${t("riseOver", { window: minutes(measure.windowMs) })}`;
      case "neighbours":
        return `${name}, ${measure.radiusM ? t("nearWithin", { km: measure.radiusM / 1000 }) : t("nearZone")}`;
      case "daily":
        return `${name}, ${ofDays(measure)}`;
      case "conditions":
        return ofConditions(measure);
      case "silence":
        return stream ? t("streamSilence", { stream: name }) : t("silence");
    }
  }
  return say;
}
