import fc from "fast-check";
import { expect, test } from "vitest";
import type { ReportChart } from "@/lib/contract/report";
import { BOX, chartShape } from "./chart-shape";

const stream = { digits: 2, chart: "line" } as ReportChart["stream"];
const point = (at: number, value: number) => ({ at, min: value, max: value, last: value, sum: value, count: 1 });

test("every value and every threshold lies within the box", () => {
  const value = fc.double({ min: -50, max: 50, noNaN: true });
  fc.assert(
    fc.property(
      fc.array(value, { minLength: 1, maxLength: 30 }),
      fc.array(value, { maxLength: 4 }),
      (values, levels) => {
        const points = values.map((it, i) => point(i * 1000, it));
        const bars = levels.map((it) => ({ level: 3 as const, value: it }));
        const shape = chartShape({ alertId: "a", stream, from: 0, to: 30_000, points, bars });
        for (const it of [...values, ...levels]) {
          expect(shape?.y(it)).toBeGreaterThanOrEqual(BOX.top);
          expect(shape?.y(it)).toBeLessThanOrEqual(BOX.height - BOX.bottom);
        }
      },
    ),
  );
});

test("a hole in the readings breaks the line, and nothing is drawn of nothing", () => {
  const at = [0, 1, 2, 3, 20, 21, 22].map((n) => point(n * 1000, 1));
  const chart = { alertId: "a", stream, from: 0, to: 30_000, bars: [] };
  expect(chartShape({ ...chart, points: at })?.line.match(/M/g)).toHaveLength(2);
  expect(chartShape({ ...chart, points: at.slice(0, 1) })?.dots).toHaveLength(1);
  expect(chartShape({ ...chart, points: [] })).toBe(null);
});
