import { MINUTE } from "../../base/clock";
import { above, forStaff, type PackRule } from "./pack-rule";

const closing = {
  ...above,
  hazard: "flood",
  stream: "water-depth",
  raise: 150,
  clear: 100,
  publish: true,
  source:
    "도로·지하차도 통제 기준 침수심 15 cm (지침 개정 2024년 4월) road and underpass guideline, revised April 2024",
  effectiveFrom: "2024-04-01",
  official: true,
} as const;

// a wave from a passing bus is not a flood: a minute of standing water is
const early = {
  ...above,
  hazard: "flood",
  stream: "water-depth",
  raise: 50,
  clear: 30,
  holdMs: MINUTE,
  publish: false,
  advice: forStaff,
  source: "도시 자체 사전 경고 local pre-warning, a third of the closing depth",
  effectiveFrom: "2024-04-01",
  official: false,
} as const;

/** Water on streets and in underpasses. Depths in millimetres. */
export const roadRules: PackRule[] = [
  {
    ...closing,
    id: "underpass-closed",
    name: { ko: "지하차도 침수 (15 cm)", en: "Underpass flooded (15 cm)" },
    level: 4,
    scope: { kind: "underpass-flood" },
    advice: {
      ko: "지하차도에 진입하지 마시기 바랍니다. 안에 있는 경우 차량을 두고 즉시 밖으로 대피하시기 바랍니다.",
      en: "Do not enter the underpass. If you are inside, leave the car and get out at once.",
    },
  },
  {
    ...closing,
    id: "street-closed",
    name: { ko: "도로 침수 (15 cm)", en: "Street flooded (15 cm)" },
    level: 3,
    scope: { kind: "street-flood" },
    advice: {
      ko: "침수된 도로로 걷거나 운전하지 마시기 바랍니다. 반지하와 지하 공간에서는 즉시 높은 곳으로 대피하시기 바랍니다.",
      en: "Do not walk or drive on flooded streets. Leave basements and move to a higher place at once.",
    },
  },
  {
    ...early,
    id: "underpass-early",
    name: { ko: "지하차도 사전 경고 (5 cm)", en: "Underpass pre-warning (5 cm)" },
    level: 2,
    scope: { kind: "underpass-flood" },
  },
  {
    ...early,
    id: "street-early",
    name: { ko: "도로 사전 경고 (5 cm)", en: "Street pre-warning (5 cm)" },
    level: 1,
    scope: { kind: "street-flood" },
  },
];
