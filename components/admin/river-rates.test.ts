import { expect, test } from "vitest";
import type { RiverSecond } from "@/lib/contract/river";
import { rateFacts, rateLines } from "./river-rates";

const second = (at: number, accepted: number, refused = 0): RiverSecond => [at * 1000, accepted, 0, refused, 0];

test("now is the mean of ten seconds, the most is of all", () => {
  const seconds = [second(1, 900), ...Array.from({ length: 10 }, (_, n) => second(n + 2, n % 2 ? 10 : 20, 1))];
  expect(rateFacts(seconds)).toEqual({ now: 15, most: 900, refused: 10 });
  expect(rateFacts([])).toEqual({ now: 0, most: 0, refused: 0 });
});

test("the chart has a point for every second", () => {
  expect(rateLines([second(1, 5, 2), second(2, 6)])).toEqual([
    [1, 2],
    [5, 6],
    [2, 0],
  ]);
});
