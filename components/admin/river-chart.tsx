"use client";

import "uplot/dist/uPlot.min.css";
import { useEffect, useRef } from "react";
import uPlot from "uplot";
import { readPalette } from "@/components/map/map-palette";
import { useTheme } from "@/components/map/use-theme";
import { CITY_TIME_ZONE } from "@/i18n/locale";
import type { RateLines } from "./river-rates";

const HEIGHT = 180;

/** Readings accepted and refused, second by second. `label` says it for who cannot see it. */
export function RiverChart({ lines, label }: { lines: RateLines; label: string }) {
  const box = useRef<HTMLDivElement>(null);
  const plot = useRef<uPlot | null>(null);
  const first = useRef(lines);
  first.current = lines;
  const theme = useTheme();
  // biome-ignore lint/correctness/useExhaustiveDependencies: another theme has other colours
  useEffect(() => {
    const parent = box.current;
    if (!parent) return;
    const made = new uPlot(options(parent.clientWidth), first.current, parent);
    plot.current = made;
    const resize = new ResizeObserver(() => made.setSize({ width: parent.clientWidth, height: HEIGHT }));
    resize.observe(parent);
    return () => {
      resize.disconnect();
      made.destroy();
      plot.current = null;
    };
  }, [theme]);
  useEffect(() => plot.current?.setData(lines), [lines]);
  return <div ref={box} role="img" aria-label={label} style={{ height: HEIGHT }} />;
}

function options(width: number): uPlot.Options {
  const palette = readPalette();
  const axis = { stroke: palette.muted, font: "11px Pretendard Variable, sans-serif", ticks: { show: false } };
  const line = { width: 1.6, points: { show: false } };
  return {
    width,
    height: HEIGHT,
    tzDate: (seconds) => uPlot.tzDate(new Date(seconds * 1000), CITY_TIME_ZONE),
    legend: { show: false },
    cursor: { show: false },
    padding: [10, 26, 0, 0],
    scales: { y: { range: (_, _min, most) => [0, Math.max(1, most * 1.1)] } },
    axes: [
      { ...axis, grid: { show: false }, size: 24, space: 64, values: CLOCK },
      { ...axis, grid: { stroke: palette.line, width: 1 }, size: 52 },
    ],
    series: [
      {},
      { ...line, stroke: palette.accent, fill: palette.accent.replace(/[\d.]+\)$/, "0.16)") },
      { ...line, stroke: palette.levelInk[4], dash: [5, 3] },
    ],
  };
}

const CLOCK: uPlot.Axis.Values = [
  [60, "{HH}:{mm}", null, null, null, null, null, null, 1],
  [1, "{HH}:{mm}:{ss}", null, null, null, null, null, null, 1],
];
