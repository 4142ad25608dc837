import { above, below, type PackRule } from "./pack-rule";

// One sensor at 33 °C is not a 폭염주의보, which the KMA forecasts for a zone and two days: ours is called a local alert.
const heat = {
  ...above,
  hazard: "heat",
  scope: { kind: "weather" },
  stream: "apparent-temperature",
  publish: true,
  source:
    "기상청 폭염 기준 체감온도를 빌린 지점 경보 (기상특보 아님) local alert at the KMA's figures; not an official warning",
  effectiveFrom: "2022-06-02",
  official: false,
} as const;

const cold = {
  ...below,
  hazard: "cold",
  scope: { kind: "weather" },
  stream: "temperature",
  publish: true,
  source:
    "기상청 한파 기준 기온을 빌린 지점 경보 (기상특보 아님) local alert at the KMA's figures; not an official warning",
  effectiveFrom: "2020-01-01",
  official: false,
} as const;

/** Rules on single readings: heat by apparent temperature, cold by air temperature, in °C. */
export const weatherRules: PackRule[] = [
  {
    ...heat,
    id: "heat-33",
    name: { ko: "국지 더위 경보 (체감 33 °C)", en: "Local heat alert (feels like 33 °C)" },
    level: 2,
    raise: 33,
    clear: 32,
    advice: {
      ko: "물을 자주 마시고, 한낮 야외활동과 작업을 줄이며, 어르신과 어린이의 안부를 살펴 주시기 바랍니다.",
      en: "Drink water often, avoid work and sport outdoors around noon, and look after the old and the very young.",
    },
  },
  {
    ...heat,
    id: "heat-35",
    name: { ko: "국지 더위 경보 (체감 35 °C)", en: "Local heat alert (feels like 35 °C)" },
    level: 3,
    raise: 35,
    clear: 34,
    advice: {
      ko: "야외활동을 멈추고 무더위쉼터 등 시원한 곳으로 이동하시기 바랍니다. 어지러우면 즉시 119에 신고하시기 바랍니다.",
      en: "Stop all outdoor activity and go to a cool place, such as a cooling shelter. If you feel dizzy, call 119.",
    },
  },
  {
    ...cold,
    id: "cold-12",
    name: { ko: "국지 추위 경보 (−12 °C)", en: "Local cold alert (−12 °C)" },
    level: 2,
    raise: -12,
    clear: -11,
    advice: {
      ko: "외출 시 보온에 유의하고, 수도계량기 동파에 대비하며, 어르신의 안부를 살펴 주시기 바랍니다.",
      en: "Dress warmly outdoors, protect water meters from freezing, and look after the old.",
    },
  },
  {
    ...cold,
    id: "cold-15",
    name: { ko: "국지 추위 경보 (−15 °C)", en: "Local cold alert (−15 °C)" },
    level: 3,
    raise: -15,
    clear: -14,
    advice: {
      ko: "외출을 삼가고 난방과 전열기 화재에 유의하며, 저체온 증상이 있으면 즉시 119에 신고하시기 바랍니다.",
      en: "Stay indoors, take care with heaters, and call 119 at any sign of hypothermia.",
    },
  },
];
