import { expect, test } from "vitest";
import { IngestCounts } from "./counts";

test("refusals are counted by code and by device, readings and frames apart", () => {
  const counts = new IngestCounts();
  for (const code of ["bad-time", "bad-time", "out-of-range"]) counts.refuseReading("loud", code);
  counts.refuseFrame("loud", "busy");
  counts.refuseFrame("other", "busy");
  expect([counts.refused, counts.busy]).toEqual([3, 2]);
  expect(Object.fromEntries(counts.refusedByCode)).toEqual({ "bad-time": 2, "out-of-range": 1 });
  expect(counts.mostRefused(1)).toEqual([{ deviceId: "loud", count: 4 }]);
});

test("the lag is that of the oldest frame that waits now", () => {
  const counts = new IngestCounts();
  const [first] = [counts.arrived(10), counts.arrived(20)];
  expect(counts.oldestMs(25)).toBe(15);
  counts.left(first);
  expect(counts.oldestMs(25)).toBe(5);
});
