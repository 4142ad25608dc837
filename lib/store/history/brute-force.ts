import type { SeriesPoint } from "../../contract/reading";
import { bucketOf, gridOf } from "./grid";
import type { Run } from "./run";

/** What readSeries has to answer, from every reading and nothing else: for tests and the benchmark. */
export function bruteForce(run: Run, from: number, to: number, points: number): SeriesPoint[] {
  const grid = gridOf(from, to, points);
  const buckets = new Map<number, SeriesPoint & { parts: number }>();
  run.at.forEach((at, i) => {
    if (at < from || at > to) return;
    const value = run.value[i] ?? 0;
    const key = bucketOf(grid, at);
    const b = buckets.get(key) ?? { at, min: value, max: value, last: value, sum: 0, count: 0, parts: 0 };
    const parts = b.parts + Math.round(value * 1e6);
    const sides = { min: Math.min(b.min, value), max: Math.max(b.max, value) };
    buckets.set(key, { at, ...sides, last: value, sum: parts / 1e6, count: b.count + 1, parts });
  });
  return [...buckets.values()].map(({ parts: _parts, ...point }) => point);
}
