import { expect, test } from "vitest";
import { chartData, extremes } from "./chart-data";

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
