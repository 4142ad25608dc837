import { expect, test } from "vitest";
import { Rates, type Sample } from "./rates";

const sample = (at: number, accepted: number, lag: number[]): Sample => ({
  at,
  accepted,
  duplicates: 0,
  refused: accepted / 10,
  busy: 0,
  lag,
  commits: lag,
});

test("each second is what was added in it, for five minutes", () => {
  const rates = new Rates();
  for (let n = 0; n <= 700; n++) rates.sample(sample(n * 1000, n * 10, [n, 0]));
  const seconds = rates.seconds();
  expect([seconds.length, seconds[0], seconds.at(-1)]).toEqual([300, [401_000, 10, 0, 1, 0], [700_000, 10, 0, 1, 0]]);
});

test("what took long a while ago does not count now", () => {
  const rates = new Rates();
  rates.sample(sample(0, 0, [0, 0]));
  // nine slow ones at first, then a fast one a second
  for (let n = 1; n <= 100; n++) rates.sample(sample(n * 1000, n, [n, 9]));
  expect(rates.took("lag", [5])).toEqual({ p50Ms: 5, p99Ms: 5, count: 60 });
  expect(new Rates().took("lag", [5])).toEqual({ p50Ms: null, p99Ms: null, count: 0 });
});
