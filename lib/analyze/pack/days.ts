import { above, below, type PackRule } from "./pack-rule";

// The KMA's warnings ask for two days as well, but forecast them for its own zones: these are days that were measured in ours.
const shared = {
  scope: { kind: "weather" },
  level: 2,
  publish: true,
  effectiveFrom: "2022-06-02",
  official: false,
} as const;
const borrowed = "local alert at the KMA's figures for two days, as measured; not an official warning";

/** Heat and cold of a zone on two days running, in °C: one alert that rises from 주의 to 경계. */
export const dayRules: PackRule[] = [
  {
    ...above,
    ...shared,
    id: "heat-2-days",
    name: { ko: "국지 더위 경보 (체감 33 °C, 이틀째)", en: "Local heat alert (feels like 33 °C, second day)" },
    hazard: "heat",
    stream: "apparent-temperature",
    measure: { type: "daily", of: "max", days: 2, across: "median" },
    raise: 33,
    clear: 32,
    steps: [{ level: 3, raise: 35, clear: 34 }],
    advice: {
      ko: "더위가 이어지고 있습니다. 물을 자주 마시고 한낮 야외활동을 멈추며, 어르신과 이웃의 안부를 확인해 주시기 바랍니다.",
      en: "The heat goes on. Drink water often, stop outdoor activity around noon, and check on old people and neighbours.",
    },
    source: `기상청 폭염 기준(일최고 체감온도 2일)을 빌린 국지 경보 (기상특보 아님) ${borrowed}`,
  },
  {
    ...below,
    ...shared,
    id: "cold-2-days",
    name: { ko: "국지 추위 경보 (아침 −12 °C, 이틀째)", en: "Local cold alert (−12 °C in the morning, second day)" },
    hazard: "cold",
    stream: "temperature",
    // which hours are the morning is unverified
    measure: { type: "daily", of: "min", days: 2, across: "median", hours: { from: 3, to: 9 } },
    raise: -12,
    clear: -11,
    steps: [{ level: 3, raise: -15, clear: -14 }],
    months: [10, 11, 12, 1, 2, 3, 4],
    advice: {
      ko: "추위가 이어지고 있습니다. 수도와 보일러의 동파를 살피고, 어르신과 이웃의 안부를 확인해 주시기 바랍니다.",
      en: "The cold goes on. Look after pipes and heating, and check on old people and neighbours.",
    },
    source: `기상청 한파 기준(아침 최저기온 2일)을 빌린 국지 경보 (기상특보 아님) ${borrowed}`,
  },
];
