import uPlot from "uplot";
import type { MapPalette } from "@/components/map/map-palette";
import type { Level } from "@/lib/contract/level";

export type ChartBar = { level: Level; value: number; label: string };
/** When a level is expected to be reached, UTC ms: between `from` and `to`, most likely about `at`. */
export type ChartMark = { level: Level; value: number; from: number; at: number; to: number; label: string };

/** The thresholds, dashed across the chart, each with its words. */
export function drawBars(plot: uPlot, bars: readonly ChartBar[], colours: MapPalette["levelInk"]): void {
  const { ctx, bbox } = plot;
  const ratio = uPlot.pxRatio;
  ctx.save();
  ctx.textAlign = "left";
  ctx.textBaseline = "alphabetic";
  ctx.font = font(ratio);
  let told = Number.POSITIVE_INFINITY;
  for (const bar of bars.toSorted((a, b) => a.value - b.value)) {
    const y = plot.valToPos(bar.value, "y", true);
    if (y < bbox.top || y > bbox.top + bbox.height) continue;
    ctx.strokeStyle = colours[bar.level];
    ctx.fillStyle = colours[bar.level];
    ctx.lineWidth = 1.2 * ratio;
    ctx.setLineDash([5 * ratio, 4 * ratio]);
    line(ctx, [bbox.left, y], [bbox.left + bbox.width, y]);
    // close lines: one word; all stand below the chart too
    if (told - y < 12 * ratio) continue;
    told = y;
    ctx.fillText(bar.label, bbox.left + 4 * ratio, y - 3 * ratio);
  }
  ctx.restore();
}

/** On its threshold the span in which a crossing is expected, with a bead at its middle and the time above. */
export function drawMarks(plot: uPlot, marks: readonly ChartMark[], { levelInk, panel }: MapPalette): void {
  const { ctx, bbox } = plot;
  const ratio = uPlot.pxRatio;
  const right = bbox.left + bbox.width;
  const xOf = (at: number) => Math.min(right, Math.max(bbox.left, plot.valToPos(at / 1000, "x", true)));
  ctx.save();
  ctx.textAlign = "center";
  ctx.textBaseline = "alphabetic";
  ctx.font = font(ratio);
  for (const { level, value, from, at, to, label } of marks) {
    const y = plot.valToPos(value, "y", true);
    if (y < bbox.top || y > bbox.top + bbox.height) continue;
    ctx.strokeStyle = levelInk[level];
    ctx.fillStyle = levelInk[level];
    ctx.lineWidth = 4 * ratio;
    line(ctx, [xOf(from), y], [xOf(to), y]);
    ctx.beginPath();
    ctx.arc(xOf(at), y, 4.5 * ratio, 0, 2 * Math.PI);
    ctx.fill();
    ctx.lineWidth = 1.5 * ratio;
    ctx.strokeStyle = panel;
    ctx.stroke();
    const half = ctx.measureText(label).width / 2;
    ctx.fillText(label, Math.min(right - half, Math.max(bbox.left + half, xOf(at))), y + 16 * ratio);
  }
  ctx.restore();
}

const font = (ratio: number) => `600 ${10 * ratio}px Pretendard Variable, sans-serif`;

function line(ctx: CanvasRenderingContext2D, from: readonly [number, number], to: readonly [number, number]): void {
  ctx.beginPath();
  ctx.moveTo(...from);
  ctx.lineTo(...to);
  ctx.stroke();
}
