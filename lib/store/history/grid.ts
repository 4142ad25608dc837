import { DAY, HOUR, KST_OFFSET_MS, MINUTE } from "../../base/clock";
import { DAYS, HOURS, type Level, MINUTES, RAW } from "./level";

/** How a chart's range falls into buckets: bucket k holds origin + k·width ≤ at < origin + (k+1)·width, UTC ms. */
export type Grid = { level: Level; width: number; origin: number };

/**
 * Buckets for from ≤ at ≤ to, at most `points` that touch the range. Below a minute they are as narrow as they can be and begin
 * at `from`. From a minute on they are whole minutes, hours or days that lie on Korea's calendar, so that rollups answer for
 * them without error, and the same chart a minute later has the same buckets.
 */
export function gridOf(from: number, to: number, points: number): Grid {
  const narrowest = Math.ceil((to - from + 1) / points);
  // one bucket has no border inside
  if (points === 1) return { level: levelOf(narrowest), width: narrowest, origin: from };
  if (narrowest < MINUTE) return { level: RAW, width: Math.max(1, narrowest), origin: from };
  let width = rounded(narrowest);
  while (bucketsOf({ width, origin: -KST_OFFSET_MS }, from, to) > points) width = rounded(width + 1);
  return { level: levelOf(width), width, origin: -KST_OFFSET_MS };
}

export function bucketOf({ width, origin }: Pick<Grid, "width" | "origin">, at: number): number {
  return Math.floor((at - origin) / width);
}

/** How many buckets touch from ≤ at ≤ to. */
export function bucketsOf(grid: Pick<Grid, "width" | "origin">, from: number, to: number): number {
  return bucketOf(grid, to) - bucketOf(grid, from) + 1;
}

function levelOf(width: number): Level {
  if (width < MINUTE) return RAW;
  return width < HOUR ? MINUTES : width < DAY ? HOURS : DAYS;
}

/** The next whole number of minutes, from an hour on of hours, from a day on of days. */
function rounded(width: number): number {
  const unit = width > DAY - HOUR ? DAY : width > HOUR - MINUTE ? HOUR : MINUTE;
  return Math.ceil(width / unit) * unit;
}
