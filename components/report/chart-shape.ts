import type { SeriesPoint } from "@/lib/contract/reading";
import type { ReportChart } from "@/lib/contract/report";

export const BOX = { width: 640, height: 170, left: 46, right: 8, top: 8, bottom: 22 } as const;

const FEW = 30;

export type ChartShape = {
  /** The line of the values, broken where nothing was read. */
  line: string;
  /** Between the lowest and the highest of each point. */
  band: string;
  /** Where readings are few each is seen by itself. */
  dots: { x: number; y: number }[];
  x(at: number): number;
  y(value: number): number;
  low: number;
  high: number;
};

/** How a chart of the report is drawn in BOX; null where there is nothing to draw. What adds up is drawn by its sums. */
export function chartShape({ points, bars, from, to, stream }: ReportChart): ChartShape | null {
  const inBars = stream.chart === "bar";
  const rows = inBars ? points.map(summed) : points;
  if (rows.length === 0) return null;
  const values = [...rows.flatMap((p) => [p.min, p.max]), ...bars.map((b) => b.value), ...(inBars ? [0] : [])];
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const air = Math.max(most - least, 10 ** -stream.digits) * 0.08;
  const [low, high] = [inBars ? 0 : least - air, most + air];
  const width = BOX.width - BOX.left - BOX.right;
  const height = BOX.height - BOX.top - BOX.bottom;
  const x = (at: number) => BOX.left + ((at - from) / (to - from)) * width;
  const y = (value: number) => BOX.top + (1 - (value - low) / (high - low)) * height;
  const runs = unbroken(rows);
  const at = (p: SeriesPoint, value: number) => `${x(p.at).toFixed(1)} ${y(value).toFixed(1)}`;
  const line = runs.map((run) => `M${run.map((p) => at(p, p.last)).join("L")}`).join("");
  const band = runs
    .map(
      (run) =>
        `M${run.map((p) => at(p, p.max)).join("L")}L${run
          .toReversed()
          .map((p) => at(p, p.min))
          .join("L")}Z`,
    )
    .join("");
  const dots = rows.length > FEW ? [] : rows.map((p) => ({ x: x(p.at), y: y(p.last) }));
  return { line, band, dots, x, y, low, high };
}

const summed = (p: SeriesPoint): SeriesPoint => ({ ...p, last: p.sum, min: p.sum, max: p.sum });

/** Points in runs without a gap of more than four times their usual step: no reading is not a straight line. */
function unbroken(points: readonly SeriesPoint[]): SeriesPoint[][] {
  const steps = points.slice(1).map((p, i) => p.at - (points[i]?.at ?? p.at));
  const usual = steps.toSorted((a, b) => a - b)[Math.floor(steps.length / 2)] ?? 0;
  const runs: SeriesPoint[][] = [];
  for (const [i, point] of points.entries()) {
    if (i === 0 || (steps[i - 1] ?? 0) > 4 * usual) runs.push([]);
    runs.at(-1)?.push(point);
  }
  return runs;
}
