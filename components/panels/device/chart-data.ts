import type { AlignedData } from "uplot";
import type { LatestValue } from "@/lib/contract/device";
import type { Forecast } from "@/lib/contract/forecast";
import type { SeriesPoint } from "@/lib/contract/reading";

/**
 * [seconds, last, min, max], as uPlot wants them; `inBars` says what adds up, with each bucket's sum for all three. A gap longer
 * than `gapMs` breaks the line: no reading is not a straight one.
 */
export function chartData(
  points: readonly SeriesPoint[],
  live: LatestValue | undefined,
  gapMs: number,
  inBars = false,
): AlignedData {
  const rows: [number, number | null, number | null, number | null][] = [];
  let before = Number.NEGATIVE_INFINITY;
  const add = (at: number, last: number, min: number, max: number) => {
    if (Number.isFinite(before) && at - before > gapMs) rows.push([(before + at) / 2000, null, null, null]);
    rows.push([at / 1000, last, min, max]);
    before = at;
  };
  for (const point of inBars ? points.map(summed) : points) add(point.at, point.last, point.min, point.max);
  if (live && live.at > before) add(live.at, live.value, live.value, live.value);
  return [0, 1, 2, 3].map((column) => rows.map((row) => row[column] ?? null)) as unknown as AlignedData;
}

type Cell = number | null | undefined;

/**
 * The chart's columns with three more: what is expected in the middle, at the low and at the high end, from the value that it was
 * forecast from. Where a column says nothing it has no gap either.
 */
export function withForecast(data: AlignedData, { at, value, points }: Forecast): AlignedData {
  const rows = new Map<number, Cell[]>();
  for (const [i, seconds] of data[0].entries())
    rows.set(
      seconds,
      [1, 2, 3].map((column) => data[column]?.[i]),
    );
  for (const point of [{ at, low: value, middle: value, high: value }, ...points]) {
    const there = rows.get(point.at / 1000) ?? [undefined, undefined, undefined];
    rows.set(point.at / 1000, [...there, point.middle, point.low, point.high]);
  }
  const sorted = [...rows].sort(([a], [b]) => a - b);
  const column = (index: number) => sorted.map(([, cells]) => cells[index]);
  return [sorted.map(([seconds]) => seconds), ...[0, 1, 2, 3, 4, 5].map(column)] as unknown as AlignedData;
}

/** Lowest, highest and newest of what is drawn; null where nothing is. */
export function extremes(
  given: readonly SeriesPoint[],
  inBars = false,
): { min: number; max: number; last: number } | null {
  const points = inBars ? given.map(summed) : given;
  const last = points.at(-1);
  if (!last) return null;
  return { min: Math.min(...points.map((p) => p.min)), max: Math.max(...points.map((p) => p.max)), last: last.last };
}

/** Of rain the last minute of five is nothing to look at; what fell in them is. */
function summed(point: SeriesPoint): SeriesPoint {
  return { ...point, last: point.sum, min: point.sum, max: point.sum };
}
