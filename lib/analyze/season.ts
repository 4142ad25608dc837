import { HOUR, KST_OFFSET_MS } from "../base/clock";
import type { Hours } from "../contract/measure";
import type { RuleBody } from "../contract/rule";

/** Hour of Korea's day, 0 to 23, of an instant in UTC ms. */
export function hourOf(at: number): number {
  return Math.floor((at + KST_OFFSET_MS) / HOUR) % 24;
}

export function isWithin({ from, to }: Hours, hour: number): boolean {
  return from < to ? hour >= from && hour < to : hour >= from || hour < to;
}

/** Whether a rule may raise at `at` (event time, UTC ms), by its months and hours in Korea. What stands clears at any time. */
export function inSeason({ months, hours }: Pick<RuleBody, "months" | "hours">, at: number): boolean {
  if (months && !months.includes(new Date(at + KST_OFFSET_MS).getUTCMonth() + 1)) return false;
  return !hours || isWithin(hours, hourOf(at));
}
