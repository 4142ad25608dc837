import { Heard } from "../../analyze/heard";
import { planOf } from "../../analyze/plan";
import { replay, type Sample } from "../../analyze/replay";
import type { Rule } from "../../contract/rule";
import type { Plausible } from "../../kinds/kind";
import type { Point } from "./series";

/** One way to judge: the bar with its hold, and whether a reading that cannot be true waits for a second one. */
export type Policy = { name: string; rule: Rule; plausible: Plausible | undefined; staleAfterMs: number };

/** An alert: raised at `at` and known at `knownAt`, which is later where a reading was doubted first; `endAt` null: stands at the end. */
export type Raised = { at: number; knownAt: number; endAt: number | null };

/** The alerts that a policy raises on one device's readings, by the city's own judge. */
export function judgeSeries({ rule, plausible, staleAfterMs }: Policy, points: readonly Point[]): Raised[] {
  const stream = { key: 1, name: rule.stream, plausible, staleAfterMs };
  const device = { id: "device", kind: "", zone: "", lat: 0, lon: 0, streams: [stream] };
  const here = { ...rule, scope: { device: device.id } };
  const plan = planOf({ rules: [here], devices: [device], zones: [] }, Number.MAX_SAFE_INTEGER);
  let knownAt = 0;
  function* samples(): Generator<Sample> {
    for (const { at, value } of points) {
      knownAt = at;
      yield { key: 1, at, value };
    }
  }
  const raised: Raised[] = [];
  for (const verdict of replay(plan, samples())) {
    if (verdict.type === "raise") raised.push({ at: verdict.at, knownAt, endAt: null });
    const last = raised.at(-1);
    if (verdict.type === "clear" && last) last.endAt = knownAt;
  }
  return raised;
}

/** How many readings of one stream the limit doubts, and how many of those the next one confirms. */
export function doubtsOf(
  limit: Plausible | undefined,
  staleAfterMs: number,
  points: readonly Point[],
): { doubted: number; confirmed: number } {
  const heard = new Heard(limit, staleAfterMs);
  const words = points.map(({ at, value }) => heard.take(at, value));
  return {
    doubted: words.filter((word) => word === "doubted").length,
    confirmed: words.filter((word) => word === "confirmed").length,
  };
}
