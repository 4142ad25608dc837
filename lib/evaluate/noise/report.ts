import { MINUTE } from "../../base/clock";
import { definitions, type Fault, faults } from "./classify";
import { type Met, spread } from "./compare";
import type { Raised } from "./judge-series";
import type { Series } from "./series";

export type PolicyResult = { name: string; alerts: number; faults: Fault[]; met: Met[] };
export type BarResult = {
  bar: number;
  inPack: { holdMs: number };
  found: { device: string; alert: Raised; fault: Fault | null }[];
  policies: PolicyResult[];
  made: { name: string; of: number; raised: number[] }[];
};

/** The evaluation as text: definitions first, then figures. */
export function reportOf(series: Series, bars: readonly BarResult[]): string {
  const readings = [...series.values()].reduce((sum, points) => sum + points.length, 0);
  return [
    `floodnet-nyc: ${readings} readings of ${series.size} street-flood sensors, judged by the city's own judge (lib/analyze).`,
    "",
    "A fault is an alert whose readings show that they are not water:",
    ...faults.map((fault) => `  ${fault.padEnd(6)} ${definitions[fault]}`),
    "Everything else is a flood. A flood is late by the time between the plain bar's alert and the policy's.",
    ...bars.flatMap(barLines),
  ].join("\n");
}

function barLines({ bar, found, policies, made }: BarResult): string[] {
  const byFault = faults.map((fault) => `${fault} ${found.filter((f) => f.fault === fault).length}`);
  const floods = found.filter((f) => f.fault === null).length;
  return [
    "",
    `== alerts at ${bar / 10} cm: ${found.length} by the bar alone; ${floods} floods, ${found.length - floods} faults (${byFault.join(", ")})`,
    row("as recorded", ["alerts", "faults", "missed", "late", "median late", "p90", "most"]),
    ...policies.map(policyLine),
    "",
    row(
      "faults that we made (how many): those that raised an alert",
      policies.map((_, i) => `(${i + 1})`),
    ),
    ...made.map(({ name, of, raised }) => row(`${name} (${of})`, raised.map(String))),
    ...policies.map((policy, i) => `  (${i + 1}) ${policy.name}`),
    ...found.filter((f) => f.fault !== null).map(faultLine),
  ];
}

function policyLine({ name, alerts, faults: found, met }: PolicyResult): string {
  const late = met.map((m) => m.lateMs).filter((ms) => ms !== null && ms > 0) as number[];
  const missed = met.filter((m) => m.lateMs === null).length;
  const s = spread(late);
  const times = s ? [s.median, s.p90, s.max].map((ms) => `${(ms / MINUTE).toFixed(1)} min`) : ["", "", ""];
  return row(name, [alerts, found.length, missed, late.length, ...times].map(String));
}

function faultLine({ device, alert, fault }: BarResult["found"][number]): string {
  return `  ${fault} ${device} ${new Date(alert.at).toISOString().slice(0, 16)}`;
}

function row(name: string, cells: readonly string[]): string {
  return `  ${name.padEnd(68)}${cells.map((cell) => cell.padStart(12)).join("")}`;
}
