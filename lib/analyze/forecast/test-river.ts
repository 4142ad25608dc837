import { HOUR, MINUTE } from "../../base/clock";
import { chanceFrom } from "./chance";
import type { Recipe } from "./recipe";
import { Series } from "./series";

/** A small river for tests: a dam lets water go, and the level below it follows an hour later. */
export const testRecipe: Recipe = {
  id: "test",
  target: { device: "bridge", stream: "water-level" },
  inputs: [{ role: "flow", name: "outflow", of: { device: "dam", stream: "outflow" } }],
};

export const TEST_START = Date.UTC(2020, 6, 1);

/** `days` of it, a reading every ten minutes, with a flood about every two days. */
export function testStreams(days: number, seed = 1): Map<string, Series> {
  const [level, outflow] = [new Series(), new Series()];
  const chance = chanceFrom(seed);
  let [release, until] = [200, 0];
  for (let step = 0; step < days * 144; step++) {
    const at = TEST_START + step * 10 * MINUTE;
    if (step >= until) [release, until] = release > 200 ? [200, step + 150 + 100 * chance()] : [4000, step + 40];
    outflow.push(at, release);
    const before = outflow.over(at - 2 * HOUR, at - HOUR);
    level.push(at, Math.round((2 + Math.sqrt(before.count ? before.sum / before.count : 200) / 20) * 100) / 100);
  }
  return new Map([
    ["bridge/water-level", level],
    ["dam/outflow", outflow],
  ]);
}
