import { MINUTE } from "../../base/clock";

/** How far ahead a level is forecast, ms. */
export const HORIZONS: readonly number[] = [10, 20, 30, 60, 90, 120, 180, 240, 360].map((m) => m * MINUTE);
export const FARTHEST = HORIZONS.at(-1) ?? 0;

/** A quantity as it may turn out: a middle, a scale, and where the chances of (quantity − middle) / scale lie. */
export type Spread = { middle: number; scale: number; shape: Shape };
/** Values that (quantity − middle) / scale falls short of with the chances of `CHANCES`, rising. */
export type Shape = readonly number[];
export const CHANCES: readonly number[] = [
  0.005, 0.01, 0.02, 0.035, 0.05, 0.075, 0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6, 0.65, 0.7, 0.75,
  0.8, 0.85, 0.9, 0.925, 0.95, 0.965, 0.98, 0.99, 0.995,
];

/** What is expected of a level from `at` (UTC ms), where it stands at `value`: at each horizon, and at its highest until then. */
export type Outlook = { at: number; value: number; level: Spread[]; highest: Spread[] };

/** The value that the quantity stays below with this chance. */
export function quantile({ middle, scale, shape }: Spread, chance: number): number {
  return middle + scale * between(CHANCES, shape, chance);
}

/** The chance that the quantity is at or above `limit`; beyond what was ever seen it falls off and never reaches 0 or 1. */
export function chanceAtLeast({ middle, scale, shape }: Spread, limit: number): number {
  const z = (limit - middle) / scale;
  const [first, last] = [shape[0] ?? 0, shape.at(-1) ?? 0];
  if (z < first) return 1 - beyond(first - z);
  if (z > last) return beyond(z - last);
  return 1 - between(shape, CHANCES, z);
}

const LEAST = 1e-6;

function beyond(scales: number): number {
  return Math.max(LEAST, (CHANCES[0] ?? 0) * Math.exp(-scales));
}

/** y at `x`, straight between the points (xs, ys); xs rise. Outside, the first and the last. */
export function between(xs: readonly number[], ys: readonly number[], x: number): number {
  const index = xs.findIndex((known) => known >= x);
  if (index <= 0) return (index < 0 ? ys.at(-1) : ys[0]) ?? Number.NaN;
  const [x0, x1] = [xs[index - 1] ?? x, xs[index] ?? x];
  const [y0, y1] = [ys[index - 1] ?? 0, ys[index] ?? 0];
  return x1 === x0 ? y1 : y0 + ((y1 - y0) * (x - x0)) / (x1 - x0);
}

/** Quantiles of `values` at `CHANCES`. */
export function shapeOf(values: Float64Array): Shape {
  const sorted = values.toSorted();
  return CHANCES.map((chance) => sorted[Math.min(sorted.length - 1, Math.floor(chance * sorted.length))] ?? 0);
}
