"use client";

import { useEffect, useState } from "react";
import { useCityNow } from "@/components/live/use-city-now";
import { MINUTE } from "@/lib/base/clock";
import { createClient } from "@/lib/client/client";
import type { Forecast } from "@/lib/contract/forecast";

const AGAIN_MS = 15_000;

/** What is expected of a stream, asked for again while it is looked at; null where it is not forecast or nothing can be said. */
export function useForecast(deviceId: string, stream: string, foreseen: boolean): Forecast | null {
  const [forecast, setForecast] = useState<Forecast | null>(null);
  useEffect(() => {
    setForecast(null);
    if (!foreseen) return;
    let left = false;
    const ask = () =>
      createClient("")
        .call("getForecast", { params: { id: deviceId, stream } })
        .then(
          ({ forecast: answer }) => left || setForecast(answer),
          () => undefined,
        );
    void ask();
    const timer = setInterval(ask, AGAIN_MS);
    return () => {
      left = true;
      clearInterval(timer);
    };
  }, [deviceId, stream, foreseen]);
  return useNotLater(forecast);
}

/** What is told of a later moment than the screen shows is not shown: who looks at the past does not know it. */
export function useNotLater<T extends { at: number }>(told: T | null): T | null {
  const now = useCityNow(10_000);
  return told && told.at <= now + MINUTE ? told : null;
}
