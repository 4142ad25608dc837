import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { HOUR, MINUTE } from "../../base/clock";
import { HOURS, MINUTES, PAGE_SLOTS, pageOf, pageStart, ROLLUPS, slotOf, slotStart } from "./level";
import { RollupPage } from "./rollup";
import { decodePage, encodePage } from "./rollup-codec";

const T0 = Date.parse("2026-07-01T00:00:00+09:00");
const value = fc.oneof(
  fc.integer({ min: -5000, max: 5000 }).map((n) => n / 100),
  fc.double({ min: -1e9, max: 1e9, noNaN: true }),
  fc.constantFrom(0, -0, 1 / 3),
);
const decimal = fc.integer({ min: -5000, max: 5000 }).map((n) => n / 10);
const offset = fc.integer({ min: 0, max: PAGE_SLOTS * MINUTE - 1 });
const start = pageStart(MINUTES, pageOf(MINUTES, T0));

function pageFrom(readings: readonly (readonly [number, number])[]): RollupPage {
  const page = new RollupPage(MINUTES, pageOf(MINUTES, T0));
  for (const [after, v] of readings) page.take(start + after, v);
  return page;
}

function same(a: RollupPage, b: RollupPage): boolean {
  const columns = ["count", "min", "max", "sum", "lastAt", "last"] as const;
  return columns.every((name) => a[name].every((n, slot) => Object.is(n, b[name][slot])));
}

describe("a page of rollups", () => {
  it("comes back from its bytes as it was", () => {
    const some = (of: fc.Arbitrary<number>) => fc.uniqueArray(fc.tuple(offset, of), { selector: ([at]) => at });
    fc.assert(
      fc.property(fc.oneof(some(value), some(decimal)), (readings) => {
        const page = pageFrom(readings);
        expect(same(decodePage(MINUTES, page.page, encodePage(page)), page)).toBe(true);
      }),
    );
  });

  it("is the same in whatever order its readings come", () => {
    const readings = fc.uniqueArray(fc.tuple(offset, decimal), { selector: ([at]) => at, maxLength: 200 });
    fc.assert(
      fc.property(readings, (given) => {
        const inOrder = given.toSorted((a, b) => a[0] - b[0]);
        expect(same(pageFrom(inOrder), pageFrom(given))).toBe(true);
      }),
    );
  });

  it("adds ten times a tenth to one, and knows the last by its time", () => {
    const page = new RollupPage(HOURS, pageOf(HOURS, T0));
    for (let i = 9; i >= 0; i--) page.take(T0 + i * MINUTE, 0.1);
    page.take(T0 + 30 * MINUTE, 4);
    page.take(T0 + 20 * MINUTE, -4);
    const slot = page.filled()[0] ?? -1;
    expect([page.count[slot], page.sum[slot], page.min[slot], page.max[slot], page.last[slot]]).toEqual([
      12, 1_000_000, -4, 4, 4,
    ]);
  });

  it("is a few bytes an hour for a gauge that speaks every ten minutes", () => {
    const page = new RollupPage(HOURS, pageOf(HOURS, T0));
    const first = pageStart(HOURS, page.page);
    for (let at = first; at < first + PAGE_SLOTS * HOUR; at += 10 * MINUTE)
      page.take(at, Math.round(200 + 80 * Math.sin(at / HOUR / 5) + 3 * Math.sin(at / HOUR)) / 100);
    expect(encodePage(page).length).toBeLessThan(PAGE_SLOTS * 6);
  });
});

it("counts hours and days from midnight in Seoul", () => {
  expect(slotStart(2, slotOf(2, T0 + 5 * HOUR))).toBe(T0);
  expect(slotOf(2, T0 - 1)).toBe(slotOf(2, T0) - 1);
  for (const level of ROLLUPS) expect(pageOf(level, pageStart(level, 7))).toBe(7);
});
