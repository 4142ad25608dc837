import { HOUR, MINUTE } from "../../base/clock";
import type { RuleBody } from "../../contract/rule";
import { above, type PackRule } from "./pack-rule";

const rain = { ...above, hazard: "rain", stream: "rainfall", effectiveFrom: "2023-05-01" } as const;
const advice = {
  ko: "저지대와 반지하, 지하차도, 하천변 출입을 피하고, 침수가 시작되면 즉시 높은 곳으로 대피하시기 바랍니다.",
  en: "Keep out of low ground, basements, underpasses and riversides. If water comes in, move up at once.",
};
const forecastSource = "서울시 침수예보 기준 Seoul flood forecast criteria: over 55 mm/1 h or over 20 mm/15 min";
const smsSource = "호우 긴급재난문자 기준 heavy-rain emergency SMS criteria";

type Sum = Pick<RuleBody, "name" | "level" | "raise" | "clear" | "publish" | "source" | "official" | "enabled"> & {
  id: string;
  windowMs: number;
};

const sums: Sum[] = [
  {
    id: "rain-55-1h",
    name: { ko: "침수예보 기준 강우 (55 mm/1시간)", en: "Rain at the flood forecast level (55 mm in 1 h)" },
    level: 2,
    windowMs: HOUR,
    raise: 55,
    clear: 45,
    publish: true,
    source: forecastSource,
    official: true,
    enabled: true,
  },
  {
    id: "rain-20-15m",
    name: { ko: "침수예보 기준 강우 (20 mm/15분)", en: "Rain at the flood forecast level (20 mm in 15 min)" },
    level: 2,
    windowMs: 15 * MINUTE,
    raise: 20,
    clear: 15,
    publish: true,
    source: forecastSource,
    official: true,
    enabled: true,
  },
  {
    id: "rain-72-1h",
    name: { ko: "극한호우 기준 강우 (72 mm/1시간)", en: "Extreme rain (72 mm in 1 h)" },
    level: 3,
    windowMs: HOUR,
    raise: 72,
    clear: 60,
    publish: true,
    source: smsSource,
    official: true,
    enabled: true,
  },
  // the SMS asks for both of these together, which one threshold cannot say: off until a person wants one of them alone
  {
    id: "rain-50-1h",
    name: { ko: "강한 비 (50 mm/1시간)", en: "Heavy rain (50 mm in 1 h)" },
    level: 2,
    windowMs: HOUR,
    raise: 50,
    clear: 40,
    publish: false,
    source: `${smsSource}; half of "50 mm/1 h and 90 mm/3 h"`,
    official: false,
    enabled: false,
  },
  {
    id: "rain-90-3h",
    name: { ko: "강한 비 (90 mm/3시간)", en: "Heavy rain (90 mm in 3 h)" },
    level: 2,
    windowMs: 3 * HOUR,
    raise: 90,
    clear: 75,
    publish: false,
    source: `${smsSource}; half of "50 mm/1 h and 90 mm/3 h"`,
    official: false,
    enabled: false,
  },
];

/** Sums of rain in millimetres, for rain gauges and for weather boxes alike. */
export const rainRules: PackRule[] = ["rain-gauge", "weather"].flatMap((kind) =>
  sums.map(({ windowMs, ...sum }) => ({
    ...rain,
    ...sum,
    id: kind === "rain-gauge" ? sum.id : `${sum.id}-${kind}`,
    scope: { kind },
    measure: { type: "sum" as const, windowMs },
    advice,
  })),
);
