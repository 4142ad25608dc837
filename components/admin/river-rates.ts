import type { RiverSecond } from "@/lib/contract/river";

/** What the chart draws: seconds of the epoch, readings accepted and refused in each. */
export type RateLines = [at: number[], accepted: number[], refused: number[]];

export function rateLines(seconds: readonly RiverSecond[]): RateLines {
  return [seconds.map(([at]) => at / 1000), seconds.map(([, accepted]) => accepted), seconds.map((s) => s[3])];
}

const MEAN_SECONDS = 10;

/** Readings a second: over the last ten, the most in any, and all that were refused. */
export function rateFacts(seconds: readonly RiverSecond[]): { now: number; most: number; refused: number } {
  const last = seconds.slice(-MEAN_SECONDS);
  const sum = last.reduce((all, [, accepted]) => all + accepted, 0);
  return {
    now: last.length > 0 ? sum / last.length : 0,
    most: seconds.reduce((most, [, accepted]) => Math.max(most, accepted), 0),
    refused: seconds.reduce((all, s) => all + s[3], 0),
  };
}
