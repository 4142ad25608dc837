import uPlot from "uplot";
import { readPalette } from "@/components/map/map-palette";
import type { StreamInfo } from "@/lib/contract/kind";
import type { Level } from "@/lib/contract/level";

export type ChartBar = { level: Level; value: number; label: string };
export type ChartLook = { stream: StreamInfo; bars: readonly ChartBar[]; zone: string; width: number; height: number };

/** How a stream is drawn: its line, bars or steps, the band between lowest and highest, and the thresholds with their levels. */
export function chartOptions({ stream, bars, zone, width, height }: ChartLook): uPlot.Options {
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
    padding: [10, 6, 0, 0],
    scales: { y: { range: (_, min, max) => rangeOf(stream, bars, min, max) } },
    axes: [
      { ...axis, grid: { show: false }, size: 24, space: 56, values: HOURS },
      { ...axis, grid, size: 44, values: (_, values) => values.map((v) => axisText(stream, v)) },
    ],
    series: [
      {},
      { stroke: palette.accent, width: 1.6, points: { show: false }, ...pathsOf(stream, palette.accent) },
      band,
      band,
    ],
    bands: stream.chart === "line" ? [{ series: [3, 2], fill: withAlpha(palette.accent, 0.18) }] : [],
    hooks: { draw: [(plot) => drawBars(plot, bars, palette.level)] },
  };
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

/** Room for the data and for thresholds near enough to matter: the next one above from further, as a far one flattens the line. */
function rangeOf(
  stream: StreamInfo,
  bars: readonly ChartBar[],
  min: number | null,
  max: number | null,
): [number, number] {
  if (stream.states) return [-0.1, 1.3];
  if (min === null || max === null) return [0, 1];
  const spread = Math.max(max - min, 10 ** -stream.digits * 4);
  const values = bars.map((bar) => bar.value);
  const near = values.filter((value) => value <= max + 2 * spread && value >= min - 2 * spread);
  const next = Math.min(...values.filter((value) => value > max && value <= max + 5 * spread));
  const low = Math.min(min, ...near);
  const high = Math.max(max, ...near, Number.isFinite(next) ? next : max);
  const air = (high - low || spread) * 0.12;
  return [stream.chart === "bar" ? 0 : low - air, high + air];
}

const axisText = (stream: StreamInfo, value: number): string =>
  stream.states
    ? Number.isInteger(value)
      ? String(value)
      : ""
    : String(Number(value.toFixed(Math.max(stream.digits, 1))));

function drawBars(plot: uPlot, bars: readonly ChartBar[], colours: Record<Level, string>): void {
  const { ctx, bbox } = plot;
  const ratio = uPlot.pxRatio;
  ctx.save();
  ctx.textAlign = "left";
  ctx.textBaseline = "alphabetic";
  ctx.font = `600 ${10 * ratio}px Pretendard Variable, sans-serif`;
  for (const bar of bars) {
    const y = plot.valToPos(bar.value, "y", true);
    if (y < bbox.top || y > bbox.top + bbox.height) continue;
    ctx.strokeStyle = colours[bar.level];
    ctx.fillStyle = colours[bar.level];
    ctx.lineWidth = 1.2 * ratio;
    ctx.setLineDash([5 * ratio, 4 * ratio]);
    ctx.beginPath();
    ctx.moveTo(bbox.left, y);
    ctx.lineTo(bbox.left + bbox.width, y);
    ctx.stroke();
    ctx.fillText(bar.label, bbox.left + 4 * ratio, y - 3 * ratio);
  }
  ctx.restore();
}

const withAlpha = (rgba: string, alpha: number): string => rgba.replace(/[\d.]+\)$/, `${alpha})`);
