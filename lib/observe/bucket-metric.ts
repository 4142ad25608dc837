import type { Metric } from "prom-client";
import type { Buckets } from "../base/buckets";

/** A histogram of Prometheus whose numbers are kept elsewhere and read when they are asked for. `scale`: of the value to the metric's unit. */
export function bucketMetric(name: string, help: string, buckets: Buckets, scale = 1): Metric {
  const get = async () => {
    let below = 0;
    const upTo = [...buckets.bounds, Number.POSITIVE_INFINITY].map((bound, slot) => {
      below += buckets.counts[slot] ?? 0;
      const le = Number.isFinite(bound) ? String(bound * scale) : "+Inf";
      return { metricName: `${name}_bucket`, labels: { le }, value: below };
    });
    const rest = [
      { metricName: `${name}_sum`, labels: {}, value: buckets.sum * scale },
      { metricName: `${name}_count`, labels: {}, value: buckets.count },
    ];
    return { name, help, type: "histogram", aggregator: "sum", values: [...upTo, ...rest] };
  };
  // the registry asks a metric for its name and `get`; its own histogram keeps its numbers itself
  return { name, help, type: "histogram", get, reset: () => undefined } as unknown as Metric;
}
