"use client";

import "uplot/dist/uPlot.min.css";
import { useLocale, useTranslations } from "next-intl";
import { useEffect, useMemo, useRef, useState } from "react";
import uPlot from "uplot";
import { useTheme } from "@/components/map/use-theme";
import { levelText } from "@/components/ui/severity";
import type { Locale } from "@/lib/base/localized";
import type { LatestValue } from "@/lib/contract/device";
import type { Forecast } from "@/lib/contract/forecast";
import type { StreamInfo } from "@/lib/contract/kind";
import type { Series } from "@/lib/contract/reading";
import { useZone } from "../signs/age";
import { momentText } from "../signs/city-time";
import { LevelMark } from "../signs/level-mark";
import { valueText } from "../signs/value-text";
import { chartData, extremes, withForecast } from "./chart-data";
import type { ChartBar, ChartMark } from "./chart-marks";
import { type ChartLook, chartOptions } from "./chart-options";

const HEIGHT = 168;

type SeriesChartProps = {
  series: Series;
  stream: StreamInfo;
  live: LatestValue | undefined;
  bars: readonly ChartBar[];
  keepAliveMs: number;
  /** What time is shown; the last 24 hours where nothing is said. */
  caption?: string;
  /** What is expected after it, and when which level is. */
  forecast?: Forecast | null;
  marks?: readonly ChartMark[];
};

const noMarks: readonly ChartMark[] = [];

/** One stream over its time: line, band of lowest and highest, thresholds. The figures stand below for who cannot see it. */
export function SeriesChart(props: SeriesChartProps) {
  const { series, stream, live, bars, keepAliveMs, caption, forecast = null, marks = noMarks } = props;
  const t = useTranslations("desk.chart");
  const locale = useLocale() as Locale;
  const zone = useZone();
  const box = useRef<HTMLDivElement>(null);
  const bucketMs = (series.to - series.from) / 480;
  const inBars = stream.chart === "bar";
  const data = useMemo(() => {
    const told = chartData(series.points, live, Math.max(3 * keepAliveMs, 3 * bucketMs), inBars);
    return forecast ? withForecast(told, forecast) : told;
  }, [series, live, keepAliveMs, bucketMs, inBars, forecast]);
  const fan = forecast !== null;
  const reading = usePlot(box, data, { stream, bars, fan, marks, zone, from: series.from, to: series.to });
  const range = extremes(series.points, inBars);
  const say = (value: number) => valueText(stream, value, locale);
  return (
    <figure>
      <div ref={box} role="img" aria-label={t("label", { name: stream.label[locale] })} style={{ height: HEIGHT }} />
      <figcaption className="flex min-h-5 justify-between gap-2 text-muted text-xs tabular-nums">
        {reading ? (
          <span className="text-ink">
            {momentText(reading.at, series.to, zone)} · {reading.expected && `${t("expected")} `}
            {say(reading.value)}
          </span>
        ) : (
          range && <span>{t("range", { min: say(range.min), max: say(range.max) })}</span>
        )}
        <span>{caption ?? t("last24h")}</span>
      </figcaption>
      <Thresholds bars={bars} />
    </figure>
  );
}

/** The thresholds in words: the chart has no room for those far away. */
function Thresholds({ bars }: { bars: readonly ChartBar[] }) {
  const t = useTranslations("desk.chart");
  if (bars.length === 0) return null;
  return (
    <ul aria-label={t("thresholds")} className="mt-1 flex flex-wrap gap-x-3 gap-y-0.5 text-xs">
      {bars.map((bar) => (
        <li key={bar.label} className={`flex items-center gap-1 ${levelText[bar.level]}`}>
          <LevelMark level={bar.level} size={11} />
          {bar.label}
        </li>
      ))}
    </ul>
  );
}

/** Draws `data` in the box, at its width; answers what lies under the pointer. */
function usePlot(
  box: React.RefObject<HTMLDivElement | null>,
  data: uPlot.AlignedData,
  look: Omit<ChartLook, "width" | "height" | "marks"> & { marks: readonly ChartMark[] },
): Reading | null {
  const { stream, bars, fan, marks, zone, from, to } = look;
  const drawn = useRef(marks);
  drawn.current = marks;
  const theme = useTheme();
  const plot = useRef<uPlot | null>(null);
  const first = useRef(data);
  first.current = data;
  const [reading, setReading] = useState<Reading | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another theme has other colours
  useEffect(() => {
    const parent = box.current;
    if (!parent) return;
    const options = chartOptions({
      ...{ stream, bars, fan, zone, from, to, marks: () => drawn.current },
      width: parent.clientWidth,
      height: HEIGHT,
    });
    const setCursor = (u: uPlot) => setReading(underCursor(u));
    const made = new uPlot({ ...options, hooks: { ...options.hooks, setCursor: [setCursor] } }, first.current, parent);
    plot.current = made;
    const resize = new ResizeObserver(() => made.setSize({ width: parent.clientWidth, height: HEIGHT }));
    resize.observe(parent);
    return () => {
      resize.disconnect();
      made.destroy();
      plot.current = null;
    };
  }, [box, stream, bars, fan, zone, from, to, theme]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: marks are drawn anew with the data
  useEffect(() => plot.current?.setData(data), [data, marks]);
  return reading;
}

type Reading = { at: number; value: number; expected: boolean };

function underCursor(plot: uPlot): Reading | null {
  const index = plot.cursor.idx;
  if (index === null || index === undefined) return null;
  const [at, told, expected] = [plot.data[0][index], plot.data[1]?.[index], plot.data[4]?.[index]];
  const value = told ?? expected;
  return at === undefined || typeof value !== "number"
    ? null
    : { at: at * 1000, value, expected: typeof told !== "number" };
}
