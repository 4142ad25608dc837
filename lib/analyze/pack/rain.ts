import { HOUR, MINUTE } from "../../base/clock";
import type { Condition } from "../../contract/measure";
import type { RuleBody } from "../../contract/rule";
import { above, forStaff, type PackRule } from "./pack-rule";

const rain = {
  ...above,
  hazard: "rain",
  stream: "rainfall",
  publish: true,
  effectiveFrom: "2023-05-01",
  official: true,
} as const;
const advice = {
  ko: "저지대와 반지하, 지하차도, 하천변 출입을 피하고, 침수가 시작되면 즉시 높은 곳으로 대피하시기 바랍니다.",
  en: "Keep out of low ground, basements, underpasses and riversides. If water comes in, move up at once.",
};
const forecastSource = "서울시 침수예보 기준 Seoul flood forecast criteria: over 55 mm/1 h or over 20 mm/15 min";
const smsSource = "호우 긴급재난문자 기준 heavy-rain emergency SMS criteria";

type Sum = Pick<RuleBody, "name" | "level" | "raise" | "clear" | "source"> & { id: string; windowMs: number };

const sums: Sum[] = [
  {
    id: "rain-55-1h",
    name: { ko: "침수예보 기준 강우 (55 mm/1시간)", en: "Rain at the flood forecast level (55 mm in 1 h)" },
    level: 2,
    windowMs: HOUR,
    raise: 55,
    clear: 45,
    source: forecastSource,
  },
  {
    id: "rain-20-15m",
    name: { ko: "침수예보 기준 강우 (20 mm/15분)", en: "Rain at the flood forecast level (20 mm in 15 min)" },
    level: 2,
    windowMs: 15 * MINUTE,
    raise: 20,
    clear: 15,
    source: forecastSource,
  },
  {
    id: "rain-72-1h",
    name: { ko: "극한호우 기준 강우 (72 mm/1시간)", en: "Extreme rain (72 mm in 1 h)" },
    level: 3,
    windowMs: HOUR,
    raise: 72,
    clear: 60,
    source: smsSource,
  },
];

const over = (windowMs: number, raise: number, clear: number): Condition => ({
  stream: "rainfall",
  measure: { type: "sum", windowMs },
  direction: "at-or-above",
  raise,
  clear,
});

/** What the emergency SMS asks together of one gauge. */
const both: PackRule = {
  ...rain,
  id: "rain-50-1h-90-3h",
  name: {
    ko: "호우 긴급재난문자 기준 (50 mm/1시간, 90 mm/3시간)",
    en: "Heavy-rain emergency (50 mm in 1 h and 90 mm in 3 h)",
  },
  level: 3,
  scope: { kind: "rain-gauge" },
  stream: "",
  measure: { type: "conditions", over: "device", of: [over(HOUR, 50, 40), over(3 * HOUR, 90, 75)] },
  raise: 2,
  clear: 1,
  advice,
  source: smsSource,
};

/**
 * Any of what Seoul asks, anywhere in a district: it goes to those who warn the district. Citizens are told by the rules of single
 * devices, which say where; a person makes a warning of it.
 */
const district: PackRule = {
  ...rain,
  id: "district-flood-forecast",
  name: { ko: "침수예보 기준 도달 (자치구)", en: "Flood forecast criteria reached (district)" },
  hazard: "flood",
  level: 2,
  scope: { zone: "district" },
  stream: "",
  measure: {
    type: "conditions",
    over: "zone",
    of: [
      over(HOUR, 55, 45),
      over(15 * MINUTE, 20, 15),
      { stream: "water-depth", measure: { type: "value" }, direction: "at-or-above", raise: 150, clear: 100 },
    ],
  },
  raise: 1,
  clear: 0,
  publish: false,
  advice: forStaff,
  source: `${forecastSource}, or road depth over 15 cm`,
};

// for rain gauges and for weather boxes alike
const sumRules: PackRule[] = ["rain-gauge", "weather"].flatMap((kind) =>
  sums.map(({ windowMs, ...sum }) => ({
    ...rain,
    ...sum,
    id: kind === "rain-gauge" ? sum.id : `${sum.id}-${kind}`,
    scope: { kind },
    measure: { type: "sum" as const, windowMs },
    advice,
  })),
);

/** Rain, in millimetres. */
export const rainRules: PackRule[] = [...sumRules, both, district];
