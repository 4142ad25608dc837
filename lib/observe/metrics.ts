import { Counter, collectDefaultMetrics, Gauge, type Metric, Registry } from "prom-client";
import type { Buckets } from "../base/buckets";
import { bucketMetric } from "./bucket-metric";

type Labels = Record<string, string>;
/** One line of a metric: its labels and its value. */
export type Line = [labels: Labels, value: number];
export type Figure = {
  name: string;
  help: string;
  type: "counter" | "gauge";
  /** Asked at each scrape. A label has a bounded number of values: a code, a room, a level, never a device. */
  read(): Line[] | number | Promise<Line[] | number>;
};
export type Histogram = {
  name: string;
  help: string;
  buckets: Buckets;
  /** Of the value to the metric's unit: 0.001 where milliseconds are told in seconds. */
  scale?: number;
};

export type Metrics = { contentType: string; text(): Promise<string> };

/**
 * What Prometheus reads: the city's figures, and Node's own (memory, event loop, garbage). Nothing is counted here; each
 * figure is read from where it is kept when somebody asks.
 */
export function createMetrics(figures: readonly Figure[], histograms: readonly Histogram[]): Metrics {
  const register = new Registry();
  collectDefaultMetrics({ register });
  for (const figure of figures) register.registerMetric(metricOf(figure));
  for (const { name, help, buckets, scale } of histograms)
    register.registerMetric(bucketMetric(name, help, buckets, scale));
  return { contentType: register.contentType, text: () => register.metrics() };
}

function metricOf({ name, help, type, read }: Figure): Metric {
  async function collect(this: { reset(): void; inc(labels: Labels, value: number): void }): Promise<void> {
    const said = await read();
    this.reset();
    for (const [labels, value] of typeof said === "number" ? [[{}, said] as Line] : said) this.inc(labels, value);
  }
  const settings = { name, help, labelNames: LABELS, registers: [], collect };
  return type === "gauge" ? new Gauge(settings) : new Counter(settings);
}

const LABELS = ["code", "room", "level", "state", "concern"];
