import fc from "fast-check";
import { expect, it } from "vitest";
import { MINUTE } from "../../base/clock";
import { type Run, runOf, sameRun } from "./run";
import { decodeRun, encodeRun } from "./run-codec";

const T0 = Date.parse("2026-07-01T00:00:00+09:00");
const time = fc.oneof(
  fc.integer({ min: 0, max: 2 ** 48 - 1 }),
  fc.integer({ min: 0, max: 5000 }).map((n) => T0 + n * MINUTE),
);
const value = fc.oneof(
  fc.double(),
  fc.integer({ min: -1000, max: 10_000 }).map((n) => n / 100),
  fc.constantFrom(0, -0, 0.1 + 0.2, 1 / 3, 5e-324, Number.MAX_VALUE, 2 ** 53, -(2 ** 50) / 10),
);
const comesBack = (run: Run) => sameRun(decodeRun(encodeRun(run)), run);
const regular = (count: number, valueAt: (i: number) => number) =>
  runOf(Array.from({ length: count }, (_, i) => [T0 + i * 10 * MINUTE, valueAt(i)] as const));

it("gives back every time and every bit of every value, in any order of time", () => {
  fc.assert(fc.property(fc.array(fc.tuple(time, value), { maxLength: 80 }), (rows) => comesBack(runOf(rows))));
});

it("gives back a stream of decimals as a sensor sends them, however many", () => {
  const decimals = fc.tuple(fc.integer({ min: 0, max: 6 }), fc.array(fc.integer({ min: -99_999, max: 99_999 })));
  const runs = decimals.map(([digits, values]) => regular(values.length, (i) => (values[i] ?? 0) / 10 ** digits));
  fc.assert(fc.property(runs, comesBack));
});

it("says a gauge that speaks every ten minutes in a byte a reading or less", () => {
  const walk = regular(1000, (i) => Math.round(200 + 80 * Math.sin(i / 40) + 3 * Math.sin(i * 7.7)) / 100);
  expect(encodeRun(walk).length).toBeLessThan(1000);
  expect(encodeRun(regular(1000, () => 1)).length).toBeLessThan(60);
});

it("refuses bytes that end too early", () => {
  const data = encodeRun(regular(3, (i) => i));
  expect(() => decodeRun(data.subarray(0, 4))).toThrow();
  expect(() => decodeRun(new Uint8Array(0))).toThrow();
});
