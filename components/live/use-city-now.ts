"use client";

import { useSyncExternalStore } from "react";
import { cityNow } from "./city-clock";
import { liveStore } from "./live-store";
import { screenNow } from "./screen-clock";

const tickers = new Map<number, { listeners: Set<() => void>; timer: ReturnType<typeof setInterval>; now: number }>();

/** City time now, UTC ms; 0 before the first snapshot. For event handlers: what is drawn uses `useCityNow`. */
export function readCityNow(): number {
  return cityNow(liveStore.getState().clock, screenNow());
}

function tick(everyMs: number): void {
  const ticker = tickers.get(everyMs);
  if (!ticker) return;
  ticker.now = readCityNow();
  for (const listener of ticker.listeners) listener();
}

function subscribeTo(everyMs: number) {
  return (listener: () => void) => {
    const ticker = tickers.get(everyMs) ?? {
      listeners: new Set<() => void>(),
      timer: setInterval(() => tick(everyMs), everyMs),
      now: readCityNow(),
    };
    tickers.set(everyMs, ticker);
    ticker.listeners.add(listener);
    // the first snapshot sets the clock: do not leave 00:00 on the screen until the next tick
    const stop = liveStore.subscribe((state, before) => state.clock !== before.clock && tick(everyMs));
    return () => {
      stop();
      ticker.listeners.delete(listener);
      if (ticker.listeners.size > 0) return;
      clearInterval(ticker.timer);
      tickers.delete(everyMs);
    };
  };
}

const subscribers = new Map<number, ReturnType<typeof subscribeTo>>();

/** City time, UTC ms, drawn again every `everyMs` of wall time; 0 before the first snapshot. */
export function useCityNow(everyMs = 1000): number {
  const subscribe = subscribers.get(everyMs) ?? subscribeTo(everyMs);
  subscribers.set(everyMs, subscribe);
  return useSyncExternalStore(
    subscribe,
    () => tickers.get(everyMs)?.now ?? 0,
    () => 0,
  );
}
