"use client";

import { useCallback, useSyncExternalStore } from "react";
import { useStore } from "zustand";
import { board, type LiveState, liveStore, presentStore } from "./live-store";
import type { Pulse } from "./pulse-board";

/** A part of the live city. The selector must answer the same object while nothing it reads has changed. */
export function useLive<T>(selector: (city: LiveState) => T): T {
  return useStore(liveStore, selector);
}

/** A part of the city as it is now, also while the past is shown: for what must reach people whatever they look at. */
export function usePresent<T>(selector: (city: LiveState) => T): T {
  const shown = useStore(liveStore, selector);
  const present = useStore(presentStore, (kept) => kept.present);
  return present ? selector(present) : shown;
}

/** The newest values and link of one device; undefined where it is not known. */
export function usePulse(deviceId: string): Pulse | undefined {
  const subscribe = useCallback((told: () => void) => board.onDevice(deviceId, told), [deviceId]);
  const read = () => board.of(deviceId);
  return useSyncExternalStore(subscribe, read, () => undefined);
}
