import fc from "fast-check";
import { expect, it } from "vitest";
import { Series } from "./series";

const readings = fc.array(fc.tuple(fc.integer({ min: 0, max: 200 }), fc.integer({ min: -9, max: 9 })), {
  maxLength: 60,
});

it("answers as a plain list would, in whatever order it was told", () => {
  fc.assert(
    fc.property(readings, fc.integer({ min: 0, max: 220 }), fc.integer({ min: 0, max: 80 }), (told, at, within) => {
      const series = new Series();
      const plain = new Map<number, number>();
      for (const [t, value] of told) expect(series.push(t, value)).toBe(!plain.has(t) && Boolean(plain.set(t, value)));
      const sorted = [...plain].sort(([a], [b]) => a - b);
      const last = sorted.findLast(([t]) => t <= at);
      expect(series.last(at, within)).toBe(last && at - last[0] <= within ? last[1] : Number.NaN);
      const inside = sorted.filter(([t]) => t > at - within && t <= at).map(([, value]) => value);
      const { count, sum, max } = series.over(at - within, at);
      expect([count, sum, max]).toEqual([inside.length, inside.reduce((a, b) => a + b, 0), Math.max(...inside)]);
    }),
  );
});

it("takes back what it was told last, and forgets what is old", () => {
  const series = new Series();
  for (let at = 0; at < 200; at++) series.push(at, at);
  series.remove(199);
  expect(series.newest).toBe(198);
  series.forget(100);
  expect([series.length, series.last(99, 1000)]).toEqual([99, Number.NaN]);
  expect(series.push(300, Number.NaN)).toBe(false);
});
