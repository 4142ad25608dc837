import { KST_OFFSET_MS } from "../base/clock";
import { levelNames } from "../contract/level";
import type { RuleBody } from "../contract/rule";
import type { GaugeStation } from "./hrfco";

/** The gauge's resolution: the office gives centimetres (docs/decisions/004). */
const RESOLUTION_M = 0.01;

export function gaugeDeviceId(code: string): string {
  return `hrfco-${code}`;
}

/** The station's own levels as rules: official, from the office's info.json as it was fetched at `fetchedAt` (UTC ms). */
export function stationRules(station: GaugeStation, fetchedAt: number): { id: string; body: RuleBody }[] {
  const day = new Date(fetchedAt + KST_OFFSET_MS).toISOString().slice(0, 10);
  return station.levels.map(({ level, metres }) => ({
    id: `${gaugeDeviceId(station.code)}-level-${level}`,
    body: {
      name: {
        ko: `${station.name} ${levelNames[level].ko} 수위`,
        en: `${station.name}: ${levelNames[level].en.toLowerCase()} level`,
      },
      hazard: "flood",
      level,
      scope: { device: gaugeDeviceId(station.code) },
      stream: "water-level",
      measure: { type: "value" },
      direction: "at-or-above",
      raise: metres,
      clear: Math.round((metres - RESOLUTION_M) * 100) / 100,
      holdMs: 0,
      publish: level >= 2,
      advice: {
        ko: "하천 수위가 높습니다. 하천변과 둔치 출입을 삼가고 방송에 귀 기울여 주시기 바랍니다.",
        en: "The river is high. Keep away from the riverside and follow the broadcasts.",
      },
      source: `한강홍수통제소 HRFCO waterlevel/info.json, ${day}`,
      effectiveFrom: day,
      official: true,
      enabled: true,
    },
  }));
}
