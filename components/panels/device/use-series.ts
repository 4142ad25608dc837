"use client";

import { useEffect, useState } from "react";
import { readCityNow } from "@/components/live/use-city-now";
import { DAY } from "@/lib/base/clock";
import { createClient } from "@/lib/client/client";
import type { Series } from "@/lib/contract/reading";

export type SeriesState =
  | { state: "loading" }
  | { state: "failed"; again(): void }
  | { state: "there"; series: Series };

const POINTS = 480;
/** Live values extend the chart at its end; the buckets before are asked for anew now and then. */
const AGAIN_MS = 120_000;

/** The last 24 hours of a stream, by the city's clock. */
export function useSeries(deviceId: string, stream: string): SeriesState {
  const [state, setState] = useState<SeriesState>({ state: "loading" });
  const [attempt, setAttempt] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt is another call
  useEffect(() => {
    let left = false;
    const load = async () => {
      const to = readCityNow();
      const answer = await createClient("")
        .call("getSeries", { params: { id: deviceId, stream }, query: { from: to - DAY, to, points: POINTS } })
        .catch(() => null);
      if (left) return;
      if (answer) setState({ state: "there", series: answer });
      // a chart that is there stays: the offline bar says that it is old
      else
        setState((before) =>
          before.state === "there" ? before : { state: "failed", again: () => setAttempt((n) => n + 1) },
        );
    };
    setState({ state: "loading" });
    void load();
    const timer = setInterval(load, AGAIN_MS);
    return () => {
      left = true;
      clearInterval(timer);
    };
  }, [deviceId, stream, attempt]);
  return state;
}
