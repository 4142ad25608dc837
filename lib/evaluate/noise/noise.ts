import { existsSync } from "node:fs";
import { join } from "node:path";
import { roadRules } from "../../analyze/pack/roads";
import { MINUTE } from "../../base/clock";
import type { Rule } from "../../contract/rule";
import { streetFlood } from "../../kinds/street-flood";
import { type Fault, faultOf } from "./classify";
import { meet } from "./compare";
import { chances, dryWith, made, withDropout } from "./inject";
import { judgeSeries, type Policy, type Raised } from "./judge-series";
import { type BarResult, type PolicyResult, reportOf } from "./report";
import { rivers } from "./rivers";
import { readSeries, type Series } from "./series";

const STREAM = "water-depth";
const MADE_EACH = 500;
/** The pace of a street sensor: most of the recording's readings are a minute apart, the older ones four or five. */
const PACES_MIN = [1, 5];

/** What `npm run evaluate -- noise` prints: the city's own judge and rules on floodnet-nyc, with and without what keeps faults out. */
export async function noise(data: string): Promise<string> {
  const file = join(data, "floodnet-nyc/readings.csv.gz");
  if (!existsSync(file)) throw new Error(`${file} is absent. Name the folder of the recordings with --data.`);
  const series = await readSeries(file, STREAM);
  const bars = ["street-closed", "street-early"].map((id) => onBar(series, ruleOf(id)));
  return [reportOf(series, bars), ...(await rivers(data))].join("\n");
}

function ruleOf(id: string): Rule {
  const rule = roadRules.find((r) => r.id === id);
  if (!rule) throw new Error(`The pack has no rule ${id}.`);
  return { ...rule, version: 1, createdAt: 0, createdBy: "pack" };
}

/** The bar alone, and what is added to it: as the pack has it is the last. */
function policiesOf(rule: Rule): Policy[] {
  const plausible = streetFlood.streams.find((s) => s.name === STREAM)?.plausible;
  const staleAfterMs = 3 * streetFlood.keepAliveMs;
  const policy = (name: string, holdMs: number, limit: Policy["plausible"]): Policy => ({
    name,
    rule: { ...rule, holdMs },
    plausible: limit,
    staleAfterMs,
  });
  return [
    policy("the bar alone", 0, undefined),
    policy("hold 1 min", MINUTE, undefined),
    policy("plausibility", 0, plausible),
    policy("plausibility and hold 1 min", MINUTE, plausible),
    policy("plausibility and hold 5 min", 5 * MINUTE, plausible),
  ];
}

type Found = { device: string; alert: Raised; fault: Fault | null };

function onBar(series: Series, rule: Rule): BarResult {
  const [plain, ...others] = policiesOf(rule);
  if (!plain) throw new Error("There is no policy to judge by.");
  const found = alertsOf(series, plain, rule.raise);
  const policies = [plain, ...others].map((policy) => resultOf(series, policy, rule.raise, found));
  return {
    bar: rule.raise,
    inPack: { holdMs: rule.holdMs },
    found,
    policies,
    made: madeOf([plain, ...others], series, found, rule),
  };
}

function alertsOf(series: Series, policy: Policy, bar: number): Found[] {
  return [...series].flatMap(([device, points]) =>
    judgeSeries(policy, points).map((alert) => ({ device, alert, fault: faultOf(points, alert, bar) })),
  );
}

function resultOf(series: Series, policy: Policy, bar: number, plain: readonly Found[]): PolicyResult {
  const alerts = alertsOf(series, policy, bar);
  const met = [...series.keys()].flatMap((device) => {
    const of = (all: readonly Found[]) => all.filter((f) => f.device === device).map((f) => f.alert);
    return meet(of(plain.filter((f) => f.fault === null)), of(alerts));
  });
  return {
    name: policy.name,
    alerts: alerts.length,
    faults: alerts.map((a) => a.fault).filter((f) => f !== null),
    met,
  };
}

/** How many alerts each policy raises of faults that we made, and how often it lets a flood go when one reading drops out. */
function madeOf(policies: readonly Policy[], series: Series, plain: readonly Found[], rule: Rule): BarResult["made"] {
  const rows = PACES_MIN.flatMap((pace) =>
    Object.entries(made).map(([name, fault]) => {
      const chance = chances(20_230_929 + pace);
      const streets = Array.from({ length: MADE_EACH }, () => dryWith(fault(chance), pace * MINUTE, chance));
      const raised = policies.map((p) => streets.filter((street) => judgeSeries(p, street).length > 0).length);
      return { name: `${name}, every ${pace} min`, of: MADE_EACH, raised };
    }),
  );
  const floods = plain.filter((f) => f.fault === null);
  const dropped = floods
    .map(({ device, alert }) => withDropout(series.get(device) ?? [], alert.at, alert.endAt ?? alert.at, rule.raise))
    .filter((points) => points !== null);
  const cleared = policies.map((p) => dropped.filter((points) => judgeSeries(p, points).length > 1).length);
  return [
    ...rows,
    { name: "a flood in which one reading says 0: cleared and raised again", of: dropped.length, raised: cleared },
  ];
}
