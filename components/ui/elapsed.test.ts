import { expect, test } from "vitest";
import { elapsed } from "./elapsed";

test.each([
  [0, "now", 0],
  [-60_000, "now", 0],
  [4_999, "now", 0],
  [59_999, "seconds", 59],
  [60_000, "minutes", 1],
  [3_599_999, "minutes", 59],
  [36 * 3_600_000, "hours", 36],
  [49 * 3_600_000, "days", 2],
])("%i ms is %s %i", (ms, unit, count) => {
  expect(elapsed(1_000_000_000, 1_000_000_000 + ms)).toEqual({ unit, count });
});
