import { above, type PackRule } from "./pack-rule";

const source =
  "잠수교 통제 수위 Jamsu bridge closing levels (5.5 m pedestrians, 6.2 m vehicles, 6.5 m deck under water)";

// 1 cm, the gauge's resolution: the closing levels are legal levels, see docs/decisions/004
const jamsu = {
  ...above,
  hazard: "flood",
  scope: { device: "jamsu" },
  stream: "water-level",
  publish: true,
  source,
  effectiveFrom: "2020-01-01",
  official: true,
} as const;

/** The Jamsu bridge in Seoul: bound to the device named `jamsu`. Levels in metres on that gauge's own datum. */
export const jamsuRules: PackRule[] = [
  {
    ...jamsu,
    id: "jamsu-pedestrians",
    name: { ko: "잠수교 보행자 통제 수위", en: "Jamsu bridge: closed to pedestrians" },
    level: 2,
    raise: 5.5,
    clear: 5.49,
    advice: {
      ko: "잠수교 보행자 통행이 통제됩니다. 한강 둔치와 강변 산책로 출입을 삼가고 안전한 곳으로 이동하시기 바랍니다.",
      en: "Jamsu bridge is closed to pedestrians. Keep away from the riverside parks and paths and move to higher ground.",
    },
  },
  {
    ...jamsu,
    id: "jamsu-vehicles",
    name: { ko: "잠수교 차량 통제 수위", en: "Jamsu bridge: closed to vehicles" },
    level: 3,
    raise: 6.2,
    clear: 6.19,
    advice: {
      ko: "잠수교 차량 통행이 통제됩니다. 우회도로를 이용하고 통제선을 넘지 마시기 바랍니다.",
      en: "Jamsu bridge is closed to vehicles. Take another bridge and do not pass the barriers.",
    },
  },
  {
    ...jamsu,
    id: "jamsu-deck",
    name: { ko: "잠수교 교면 침수", en: "Jamsu bridge: deck under water" },
    level: 4,
    raise: 6.5,
    clear: 6.49,
    advice: {
      ko: "잠수교가 물에 잠겼습니다. 절대 진입하지 말고 한강변 접근을 금하며, 재난방송에 귀 기울여 주시기 바랍니다.",
      en: "Jamsu bridge is under water. Do not enter it, keep away from the river and follow the broadcasts.",
    },
  },
];
