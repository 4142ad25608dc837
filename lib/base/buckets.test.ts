import { expect, test } from "vitest";
import { Buckets, quantileOf } from "./buckets";

test("every value falls into one bucket, the largest too, and a quantile is its bound", () => {
  const buckets = new Buckets([1, 2, 5]);
  for (const value of [0.2, 1, 1.1, 5, 60]) buckets.add(value);
  expect(buckets.counts).toEqual([2, 1, 1, 1]);
  expect([buckets.count, buckets.sum]).toEqual([5, 67.3]);
  expect([0, 0.4, 0.5, 0.8, 1].map((p) => buckets.quantile(p))).toEqual([1, 1, 2, 5, Number.POSITIVE_INFINITY]);
  expect(quantileOf([1], [0, 0], 0.5)).toBeNaN();
});
