import { expect, test } from "vitest";
import { MINUTE } from "../../base/clock";
import { faultOf } from "./classify";
import type { Point } from "./series";

const series = (everyMin: number, values: readonly number[]): Point[] =>
  values.map((value, i) => ({ at: i * everyMin * MINUTE, value }));
const fault = (points: Point[], bar = 150) => {
  const at = points.find((p) => p.value >= bar)?.at ?? 0;
  const endAt = points.find((p) => p.at > at && p.value <= 100)?.at ?? null;
  return faultOf(points, { at, knownAt: at, endAt }, bar);
};

test("water that rises and falls is a flood", () => {
  expect(fault(series(1, [0, 20, 60, 120, 170, 180, 160, 120, 80, 40, 10, 0]))).toBeNull();
});

test("one reading alone is a spike, with dry ones on both sides or with none", () => {
  expect(fault(series(1, [0, 0, 600, 0, 0]))).toBe("spike");
  expect(fault(series(60, [0, 600, 0]))).toBe("spike");
  expect(fault(series(1, [100, 130, 155, 140, 100]))).toBeNull();
});

test("up and down within three minutes is a pulse", () => {
  expect(fault(series(1, [0, 0, 200, 300, 0, 0]))).toBe("pulse");
});

test("what steps up, stays level and steps down is a thing", () => {
  expect(fault(series(1, [0, 200, 203, 200, 201, 199, 200, 0]))).toBe("box");
});

test("the same for three hours is flat, and a day without a dry reading is drift", () => {
  const rise = [0, 60, 110, 140];
  expect(fault(series(10, [...rise, ...Array(20).fill(180), 120, 60, 0]))).toBe("flat");
  const day = Array.from({ length: 160 }, (_, i) => 200 + (i % 7));
  expect(fault(series(10, [...rise, ...day, 120, 60, 0]))).toBe("drift");
});
