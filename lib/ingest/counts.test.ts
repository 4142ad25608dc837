import { expect, test } from "vitest";
import { IngestCounts, LAG_BOUNDS_MS } from "./counts";

test("refusals are counted by code and by device, readings and frames apart", () => {
  const counts = new IngestCounts();
  for (const code of ["bad-time", "bad-time", "out-of-range"]) counts.refuseReading("loud", code);
  counts.refuseFrame("loud", "busy");
  counts.refuseFrame("other", "busy");
  expect([counts.refused, counts.busy]).toEqual([3, 2]);
  expect(Object.fromEntries(counts.refusedByCode)).toEqual({ "bad-time": 2, "out-of-range": 1 });
  expect(counts.mostRefused(1)).toEqual([{ deviceId: "loud", count: 4 }]);
});

test("every lag falls into one bucket, the slowest too", () => {
  const counts = new IngestCounts();
  for (const ms of [0.2, 1, 1.1, 60_000]) counts.stored(1, 0, ms);
  expect(counts.lagBuckets.slice(0, 2)).toEqual([2, 1]);
  expect(counts.lagBuckets[LAG_BOUNDS_MS.length]).toBe(1);
  expect(counts).toMatchObject({ accepted: 4, lagMs: 60_000 });
});
