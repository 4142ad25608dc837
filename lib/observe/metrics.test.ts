import { expect, test } from "vitest";
import { Buckets } from "../base/buckets";
import { createMetrics } from "./metrics";

test("figures and histograms are read from where they are kept, each time anew", async () => {
  const refused = new Map([["bad-time", 2]]);
  const lag = new Buckets([1, 10]);
  const metrics = createMetrics(
    [
      {
        name: "haechi_refused_total",
        help: "Refused.",
        type: "counter",
        read: () => [...refused].map(([code, n]) => [{ code }, n]),
      },
      { name: "haechi_queue", help: "Queue.", type: "gauge", read: async () => lag.count },
    ],
    [{ name: "haechi_lag_seconds", help: "Lag.", buckets: lag, scale: 0.001 }],
  );
  for (const ms of [0.5, 5, 50]) lag.add(ms);
  refused.set("bad-time", 3);
  for (const _twice of [1, 2]) {
    const lines = (await metrics.text()).split("\n");
    expect(lines.filter((line) => line.startsWith("haechi_"))).toEqual([
      'haechi_refused_total{code="bad-time"} 3',
      "haechi_queue 3",
      'haechi_lag_seconds_bucket{le="0.001"} 1',
      'haechi_lag_seconds_bucket{le="0.01"} 2',
      'haechi_lag_seconds_bucket{le="+Inf"} 3',
      "haechi_lag_seconds_sum 0.0555",
      "haechi_lag_seconds_count 3",
    ]);
    expect(lines).toContain("# TYPE haechi_lag_seconds histogram");
    expect(lines.some((line) => line.startsWith("nodejs_eventloop_lag_p99_seconds "))).toBe(true);
  }
});
