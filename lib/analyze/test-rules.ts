import type { Measure } from "../contract/measure";
import type { Rule } from "../contract/rule";
import type { Plausible } from "../kinds/kind";
import { type Plan, planOf, type WatchedDevice } from "./plan";
import { replay, type Sample } from "./replay";
import type { Verdict } from "./watch";

/** A rule of tests on the water depth of street-flood sensors: raised at 150, cleared at 100. */
export const rule: Rule = {
  id: "rule",
  version: 1,
  createdAt: 0,
  createdBy: "test",
  name: { ko: "가", en: "a" },
  hazard: "flood",
  level: 2,
  scope: { kind: "street-flood" },
  stream: "water-depth",
  measure: { type: "value" },
  direction: "at-or-above",
  raise: 150,
  clear: 100,
  holdMs: 0,
  publish: true,
  advice: { ko: "가", en: "a" },
  source: "test",
  effectiveFrom: "2020-01-01",
  official: false,
  enabled: true,
};

export const measured = (measure: Measure, raise: number, clear: number): Rule => ({ ...rule, measure, raise, clear });

/** A device a hundred metres from the next, whose streams come in under "<id> <stream>". */
export function device(
  id: string,
  nth = 0,
  kind = "street-flood",
  streams = ["water-depth"],
  plausible?: Plausible,
): WatchedDevice {
  return {
    id,
    kind,
    zone: "gangnam",
    lat: 37.5 + nth * 0.0009,
    lon: 127,
    streams: streams.map((name) => ({ key: `${id} ${name}`, name, staleAfterMs: 1_800_000, plausible })),
  };
}

export const plan = (rules: Rule | Rule[], devices: readonly WatchedDevice[]): Plan =>
  planOf({ rules: [rules].flat(), devices, zones: [] }, Date.parse("2026-11-26T00:00:00Z"));

export const line = ({ type, bound, at, value, level }: Verdict): string =>
  `${bound.rule.id} ${bound.subject.zone ?? bound.subject.deviceId} ${type} ${level} ${at} ${value}`;

/** What a replay says, as lines. */
export const said = (p: Plan, samples: Iterable<Sample>): string[] => [...replay(p, samples)].map(line);

/** Samples of one stream, a step apart. */
export const series = (key: string, stepMs: number, values: readonly number[], from = 0): Sample[] =>
  values.map((value, i) => ({ key, at: from + i * stepMs, value }));
