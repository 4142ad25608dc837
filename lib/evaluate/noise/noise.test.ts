import { expect, test } from "vitest";
import { roadRules } from "../../analyze/pack/roads";
import { MINUTE } from "../../base/clock";
import { waterDepth } from "../../kinds/streams";
import { meet } from "./compare";
import { chances, dryWith, made, withDropout } from "./inject";
import { judgeSeries, type Policy } from "./judge-series";

const closed = roadRules.find((r) => r.id === "street-closed");
if (!closed) throw new Error("the pack has no street-closed");
const policy = (plausible: Policy["plausible"]): Policy => ({
  name: "",
  rule: { ...closed, version: 1, createdAt: 0, createdBy: "pack" },
  plausible,
  staleAfterMs: 30 * MINUTE,
});

test("single readings that cannot be true raise nothing, and each raises by the bar alone", () => {
  const chance = chances(1);
  const spike = made["one reading (echo of a passer-by, a bird)"];
  const streets = Array.from({ length: 100 }, () => dryWith(spike?.(chance) ?? [], MINUTE, chance));
  const high = streets.filter((street) => street.some((p) => p.value >= 150));
  expect(high.length).toBeGreaterThan(80);
  expect(high.filter((street) => judgeSeries(policy(undefined), street).length === 1)).toHaveLength(high.length);
  expect(high.filter((street) => judgeSeries(policy(waterDepth.plausible), street).length > 0)).toEqual([]);
});

test("a flood that jumps is known one reading later, at the time at which it came", () => {
  const flood = [0, 0, 200, 260, 280, 200, 120, 60, 0].map((value, i) => ({ at: i * MINUTE, value }));
  const plain = judgeSeries(policy(undefined), flood);
  const careful = judgeSeries(policy(waterDepth.plausible), flood);
  expect(careful).toMatchObject([{ at: 2 * MINUTE, knownAt: 3 * MINUTE }]);
  expect(meet(plain, careful)).toEqual([{ lateMs: MINUTE }]);
  expect(meet(plain, [])).toEqual([{ lateMs: null }]);
});

test("one reading of zero in a flood clears nothing", () => {
  const flood = [0, 40, 90, 140, 180, 200, 210, 200, 180, 140, 90, 40, 0].map((value, i) => ({
    at: i * MINUTE,
    value,
  }));
  const dropped = withDropout(flood, 4 * MINUTE, 8 * MINUTE, 150) ?? [];
  expect(judgeSeries(policy(undefined), dropped)).toHaveLength(2);
  expect(judgeSeries(policy(waterDepth.plausible), dropped)).toHaveLength(1);
});
