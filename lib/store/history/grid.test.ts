import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DAY, HOUR, MINUTE } from "../../base/clock";
import { bucketOf, bucketsOf, gridOf } from "./grid";
import { DAYS, HOURS, MINUTES, RAW, unitOf } from "./level";

const T0 = Date.parse("2026-07-01T00:00:00+09:00");
const range = fc.tuple(fc.integer({ min: -DAY, max: T0 }), fc.integer({ min: 1, max: 4000 * DAY }));
const points = fc.integer({ min: 1, max: 5000 });

describe("the buckets of a chart", () => {
  it("are as many as were asked for at most, and begin and end where the range does", () => {
    fc.assert(
      fc.property(range, points, ([from, span], most) => {
        const grid = gridOf(from, from + span, most);
        expect(bucketsOf(grid, from, from + span)).toBeLessThanOrEqual(most);
      }),
    );
  });

  it("lie on whole minutes, hours or days in Seoul from a minute on", () => {
    fc.assert(
      fc.property(range, fc.integer({ min: 2, max: 5000 }), ([from, span], most) => {
        const { level, width, origin } = gridOf(from, from + span, most);
        if (level === RAW) return width < MINUTE && origin === from;
        return width % unitOf(level) === 0 && bucketOf({ width, origin }, T0 - 1) <= bucketOf({ width, origin }, T0);
      }),
    );
  });

  it("are no wider than they must be, but for the roundness", () => {
    const width = (span: number, most: number) => gridOf(T0, T0 + span - 1, most).width;
    expect(width(30 * MINUTE, 480)).toBe(3750);
    expect(width(DAY, 1000)).toBe(2 * MINUTE);
    expect(width(30 * DAY, 1000)).toBe(44 * MINUTE);
    expect(width(365 * DAY, 1000)).toBe(9 * HOUR);
    expect(width(3650 * DAY, 1000)).toBe(4 * DAY);
    expect(width(DAY, 1)).toBe(DAY);
  });

  it("say which rollups can answer", () => {
    const level = (width: number) => gridOf(T0, T0 + 100 * width - 1, 100).level;
    expect([1000, MINUTE, HOUR, DAY].map(level)).toEqual([RAW, MINUTES, HOURS, DAYS]);
  });

  it("are the same for the same chart a minute later", () => {
    const early = gridOf(T0, T0 + DAY, 480);
    expect(gridOf(T0 + MINUTE, T0 + DAY + MINUTE, 480)).toEqual(early);
  });
});
