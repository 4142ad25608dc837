"use client";

import { useSyncExternalStore } from "react";

/** Makes the hook of a switch that this browser remembers under `stored`, on at first; every place that shows it follows. */
export function rememberedSwitch(stored: string): () => [boolean, (on: boolean) => void] {
  const listeners = new Set<() => void>();
  const listen = (told: () => void) => {
    listeners.add(told);
    return () => listeners.delete(told);
  };
  const set = (next: boolean) => {
    localStorage.setItem(stored, next ? "on" : "off");
    for (const told of listeners) told();
  };
  return () => {
    const on = useSyncExternalStore(
      listen,
      () => localStorage.getItem(stored) !== "off",
      () => true,
    );
    return [on, set];
  };
}
