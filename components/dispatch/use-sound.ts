"use client";

import { useSyncExternalStore } from "react";

const STORED = "haechi.dispatch.sound";
const listeners = new Set<() => void>();

/** Whether a new request rings, and the switch for it; remembered by this browser, on at first. */
export function useSound(): [boolean, (on: boolean) => void] {
  const on = useSyncExternalStore(
    (told) => {
      listeners.add(told);
      return () => listeners.delete(told);
    },
    () => localStorage.getItem(STORED) !== "off",
    () => true,
  );
  const set = (next: boolean) => {
    localStorage.setItem(STORED, next ? "on" : "off");
    for (const told of listeners) told();
  };
  return [on, set];
}
