"use client";

import { useEffect, useState } from "react";
import { board, liveStore } from "@/components/live/live-store";
import type { LinkCounts } from "@/components/live/pulse-board";

const EVERY_MS = 1000;

/** Trackers of units are not among what the city watches with: the same number as its health says. */
function isSensor(id: string): boolean {
  const { devices, kinds } = liveStore.getState();
  return !kinds.get(devices.get(id)?.kind ?? "")?.moves;
}

/** How many devices are in each state of their line, looked at once a second at most. */
export function useLinkCounts(): LinkCounts {
  const [counts, setCounts] = useState<LinkCounts>(() => board.counts(isSensor));
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const count = () => {
      timer = undefined;
      setCounts(board.counts(isSensor));
    };
    count();
    const stop = board.onChange(() => {
      timer ??= setTimeout(count, EVERY_MS);
    });
    return () => {
      stop();
      clearTimeout(timer);
    };
  }, []);
  return counts;
}
