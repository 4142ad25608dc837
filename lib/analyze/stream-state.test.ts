import { expect, it } from "vitest";
import { type StreamFacts, streamStateOf } from "./stream-state";

const BEAT = 1000;
const well: StreamFacts = { ageMs: 0, value: 5, sameMs: 0, doubted: false, outOfRange: false, disordered: false };
const frozen = { afterMs: 60_000, idle: [0, 1] as const, source: "test" };
const state = (facts: Partial<StreamFacts>) => streamStateOf({ ...well, ...facts }, BEAT, frozen);

it("is late after one and a half beats and stale after three", () => {
  expect([0, 1500, 1501, 3000, 3001].map((ageMs) => state({ ageMs }))).toEqual([
    "fresh",
    "fresh",
    "late",
    "late",
    "stale",
  ]);
});

it("is frozen when it says the same for too long, but for values that may last", () => {
  expect(state({ sameMs: 59_999 })).toBe("fresh");
  expect(state({ sameMs: 60_000 })).toBe("frozen");
  expect([0, 1].map((value) => state({ sameMs: 60_000, value }))).toEqual(["fresh", "fresh"]);
  expect(streamStateOf({ ...well, sameMs: 1e12 }, BEAT, undefined)).toBe("fresh");
});

it("is implausible while a reading is doubted or was out of range, and out of order after a late one", () => {
  expect(state({ doubted: true })).toBe("implausible");
  expect(state({ outOfRange: true, sameMs: 60_000 })).toBe("implausible");
  expect(state({ disordered: true })).toBe("out-of-order");
});

it("is first of all old: nothing that is stale looks better", () => {
  const worst = { doubted: true, outOfRange: true, disordered: true, sameMs: 60_000 };
  expect(state({ ...worst, ageMs: 3001 })).toBe("stale");
});
