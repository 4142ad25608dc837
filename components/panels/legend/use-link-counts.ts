"use client";

import { useEffect, useState } from "react";
import { board } from "@/components/live/live-store";
import type { LinkCounts } from "@/components/live/pulse-board";

const EVERY_MS = 1000;

/** How many devices are in each state of their line, looked at once a second at most. */
export function useLinkCounts(): LinkCounts {
  const [counts, setCounts] = useState<LinkCounts>(() => board.counts());
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const count = () => {
      timer = undefined;
      setCounts(board.counts());
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
