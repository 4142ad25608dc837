import { expect, test } from "vitest";
import { chartData, extremes, withForecast } from "./chart-data";

const point = (at: number, last: number) => ({ at, last, min: last - 1, max: last + 1, sum: 2 * last, count: 2 });

test("a silence breaks the line instead of bridging it", () => {
  const [x, y] = chartData([point(0, 1), point(10_000, 2)], undefined, 5000);
  expect(x).toEqual([0, 5, 10]);
  expect(y).toEqual([1, null, 2]);
});

test("a live value newer than the series goes to its end, an older one does not", () => {
  const live = (at: number) => ({ stream: "s", at, value: 9, state: "fresh" as const });
  expect(chartData([point(0, 1)], live(1000), 5000)[1]).toEqual([1, 9]);
  expect(chartData([point(2000, 1)], live(1000), 5000)[1]).toEqual([1]);
});

test("extremes keep the peak of every bucket", () => {
  expect(extremes([point(0, 1), point(1, 7), point(2, 3)])).toEqual({ min: 0, max: 8, last: 3 });
  expect(extremes([])).toBeNull();
});

test("what adds up is drawn as the sum of its bucket", () => {
  expect(chartData([point(0, 1), point(1, 4)], undefined, 5000, true).slice(1)).toEqual([
    [2, 8],
    [2, 8],
    [2, 8],
  ]);
  expect(extremes([point(0, 1), point(1, 4)], true)).toEqual({ min: 2, max: 8, last: 8 });
});

test("what is expected begins at the value that it was forecast from, and breaks no line", () => {
  const points = [{ at: 30_000, low: 2, middle: 3, high: 5 }];
  const highest = { low: 2, middle: 3, high: 5 };
  const forecast = { deviceId: "d", stream: "s", at: 10_000, value: 2, by: { id: "trend", trainedAt: null }, points };
  const data = chartData([point(0, 1), point(10_000, 2), point(20_000, 2.5)], undefined, 15_000);
  const [x, last, , , middle, low, high] = withForecast(data, { ...forecast, highest, crossings: [] });
  expect(x).toEqual([0, 10, 20, 30]);
  expect(last).toEqual([1, 2, 2.5, undefined]);
  expect(middle).toEqual([undefined, 2, undefined, 3]);
  expect([low?.[3], high?.[3]]).toEqual([2, 5]);
});
