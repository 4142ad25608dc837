"use client";

import { useCallback, useSyncExternalStore } from "react";
import { useStore } from "zustand";
import { board, type LiveState, liveStore } from "./live-store";
import type { Pulse } from "./pulse-board";

/** A part of the live city. The selector must answer the same object while nothing it reads has changed. */
export function useLive<T>(selector: (city: LiveState) => T): T {
  return useStore(liveStore, selector);
}

/** The newest values and link of one device; undefined where it is not known. */
export function usePulse(deviceId: string): Pulse | undefined {
  const subscribe = useCallback((told: () => void) => board.onDevice(deviceId, told), [deviceId]);
  const read = () => board.of(deviceId);
  return useSyncExternalStore(subscribe, read, () => undefined);
}
