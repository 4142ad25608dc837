import { expect, it } from "vitest";
import { MINUTE } from "../../base/clock";
import { HORIZONS } from "./outlook";
import { Series } from "./series";
import { trendGuess } from "./trend";

function rising(perStep: number, spikeAt = -1): Series {
  const series = new Series();
  for (let i = 0; i <= 40; i++)
    series.push(i * 10 * MINUTE, 3 + perStep * Math.max(0, i - 30) + (i === spikeAt ? 4 : 0));
  return series;
}
const at = 400 * MINUTE;
const hour = HORIZONS.indexOf(60 * MINUTE);

it("goes on as the last hour went, a little less each time, and is not moved by a spike", () => {
  const plain = trendGuess(rising(0.05), at)?.middle[hour] ?? 0;
  expect(plain).toBeGreaterThan(0.15);
  expect(plain).toBeLessThan(0.25);
  expect(trendGuess(rising(0.05, 37), at)?.middle[hour]).toBeCloseTo(plain, 1);
});

it("expects no highest level below the present one, and is less sure the farther it looks", () => {
  const guess = trendGuess(rising(-0.05), at);
  expect(Array.from(guess?.middle ?? []).slice(HORIZONS.length)).toEqual(HORIZONS.map(() => 0));
  const scales = Array.from(guess?.scale ?? []).slice(0, HORIZONS.length);
  expect(scales).toEqual(scales.toSorted((a, b) => a - b));
});

it("says nothing of too few readings", () => {
  expect(trendGuess(new Series(), at)).toBeNull();
  expect(trendGuess(rising(0.05), at + 40 * MINUTE)).toBeNull();
});
