import uPlot from "uplot";
import { readPalette } from "@/components/map/map-palette";
import type { StreamInfo } from "@/lib/contract/kind";
import { type ChartBar, type ChartMark, drawBars, drawMarks } from "./chart-marks";

export type ChartLook = {
  stream: StreamInfo;
  bars: readonly ChartBar[];
  /** What is expected is drawn behind the line: the data has its three columns. */
  fan: boolean;
  /** As they are when it is drawn. */
  marks(): readonly ChartMark[];
  /** The window, UTC ms: it is shown whole, also where the device was silent. */
  from: number;
  to: number;
  zone: string;
  width: number;
  height: number;
};

/** How a stream is drawn: its line, bars or steps, the band between lowest and highest, what is expected, and the thresholds. */
export function chartOptions({ stream, bars, fan, marks, from, to, zone, width, height }: ChartLook): uPlot.Options {
  const palette = readPalette();
  const axis = { stroke: palette.muted, font: "11px Pretendard Variable, sans-serif", ticks: { show: false } };
  const grid = { stroke: palette.line, width: 1 };
  const band = { stroke: "transparent", points: { show: false } };
  return {
    width,
    height,
    tzDate: (seconds) => uPlot.tzDate(new Date(seconds * 1000), zone),
    legend: { show: false },
    cursor: { y: false, drag: { x: false, y: false }, points: { size: 7 } },
    // on the right, room for half of an hour that stands at the very end
    padding: [10, 16, 0, 0],
    scales: {
      x: { range: (plot) => [from / 1000, Math.max(to / 1000, plot.data[0].at(-1) ?? 0)] },
      y: { range: (_, min, max) => rangeOf(stream, bars, min, max) },
    },
    axes: [
      { ...axis, grid: { show: false }, size: 24, space: 56, values: HOURS },
      { ...axis, grid, size: 44, values: (_, values) => values.map((v) => axisText(stream, v)) },
    ],
    series: [
      {},
      {
        stroke: palette.accent,
        width: 1.6,
        points: { size: 5, ...(stream.chart !== "bar" && { filter: lonely }) },
        ...pathsOf(stream, palette.accent),
      },
      band,
      band,
      ...(fan ? [{ stroke: palette.ink, width: 1.4, dash: [3, 3], points: { show: false } }, band, band] : []),
    ],
    bands: [
      ...(stream.chart === "line"
        ? [{ series: [3, 2] as uPlot.Band.Bounds, fill: withAlpha(palette.accent, 0.18) }]
        : []),
      ...(fan ? [{ series: [6, 5] as uPlot.Band.Bounds, fill: withAlpha(palette.ink, 0.16) }] : []),
    ],
    hooks: {
      draw: [(plot) => drawBars(plot, bars, palette.levelInk), (plot) => drawMarks(plot, marks(), palette)],
    },
  };
}

/** Values between two gaps make no line: they are drawn as points, where not all are. */
function lonely({ data }: uPlot, column: number, all: boolean): number[] | null {
  const values = data[column];
  if (all || !values) return null;
  // undefined: another column's instant, and no gap in this one
  const told = [...values.entries()].filter(([, value]) => value !== undefined);
  const gap = (at: number) => told[at]?.[1] == null;
  return told.flatMap(([i], at) => (!gap(at) && gap(at - 1) && gap(at + 1) ? [i] : []));
}

const HOURS: uPlot.Axis.Values = [
  [86_400, "{M}/{D}", null, null, null, null, null, null, 1],
  [3600, "{HH}:{mm}", null, null, null, null, null, null, 1],
  [60, "{HH}:{mm}", null, null, null, null, null, null, 1],
  [1, "{HH}:{mm}:{ss}", null, null, null, null, null, null, 1],
];

function pathsOf(stream: StreamInfo, colour: string): Partial<uPlot.Series> {
  if (stream.chart === "bar")
    return { paths: uPlot.paths.bars?.({ size: [0.9, 6] }), fill: withAlpha(colour, 0.5), width: 0 };
  if (stream.chart === "step") return { paths: uPlot.paths.stepped?.({ align: 1 }), fill: withAlpha(colour, 0.12) };
  return {};
}

/** Room for the data, and for the next threshold above and below where that does not flatten the line. */
function rangeOf(
  stream: StreamInfo,
  bars: readonly ChartBar[],
  min: number | null,
  max: number | null,
): [number, number] {
  if (stream.states) return [-0.1, 1.3];
  if (min === null || max === null) return [0, 1];
  const spread = Math.max(max - min, Math.abs(max) * 0.05, 10 ** -stream.digits * 4);
  const values = bars.map((bar) => bar.value);
  const within = values.filter((value) => value >= min && value <= max);
  const above = Math.min(...values.filter((value) => value > max && value <= max + 5 * spread));
  const below = Math.max(...values.filter((value) => value < min && value >= min - 5 * spread));
  const marks = [min, max, ...within, above, below].filter(Number.isFinite);
  const [low, high] = [Math.min(...marks), Math.max(...marks)];
  const air = Math.max(high - low, spread) * 0.12;
  return [stream.chart === "bar" ? 0 : low - air, high + air];
}

const axisText = (stream: StreamInfo, value: number): string =>
  stream.states
    ? Number.isInteger(value)
      ? String(value)
      : ""
    : String(Number(value.toFixed(Math.max(stream.digits, 1))));

const withAlpha = (rgba: string, alpha: number): string => rgba.replace(/[\d.]+\)$/, `${alpha})`);
