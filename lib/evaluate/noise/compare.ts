import type { Raised } from "./judge-series";

/** What a policy makes of one flood: found so much later (ms) than the plain bar, or missed (null). */
export type Met = { lateMs: number | null };

/** Each flood that the plain bar finds, held against the alerts of a policy on the same device. */
export function meet(floods: readonly Raised[], alerts: readonly Raised[]): Met[] {
  return floods.map((flood) => {
    const end = flood.endAt ?? Number.POSITIVE_INFINITY;
    const stands = (alert: Raised) => alert.knownAt <= end && (alert.endAt ?? Number.POSITIVE_INFINITY) > flood.at;
    const found = alerts.find(stands);
    return { lateMs: found ? Math.max(0, found.knownAt - flood.knownAt) : null };
  });
}

/** Lowest, middle, 90th percentile and highest of some numbers; null of none. */
export function spread(numbers: readonly number[]): { median: number; p90: number; max: number } | null {
  const sorted = numbers.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
  return sorted.length === 0 ? null : { median: at(0.5), p90: at(0.9), max: at(1) };
}
