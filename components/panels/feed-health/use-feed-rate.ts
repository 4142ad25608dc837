"use client";

import { useEffect, useState } from "react";
import { liveStore } from "@/components/live/live-store";
import type { Health } from "@/lib/contract/city";

/** Readings a second between two reports of the city; null when they do not follow each other (a restart, the same one). */
export function rateBetween(before: Health, after: Health): number | null {
  const seconds = (after.uptimeMs - before.uptimeMs) / 1000;
  const readings = after.ingest.accepted - before.ingest.accepted;
  return seconds > 0 && readings >= 0 ? readings / seconds : null;
}

/** Readings a second over the last few reports; null before there are two. */
export function useFeedRate(): number | null {
  const [rate, setRate] = useState<number | null>(null);
  useEffect(() => {
    let reports: Health[] = [];
    const take = (health: Health | null) => {
      const last = reports.at(-1);
      if (!health || last === health) return;
      // an earlier uptime is another city
      reports = last && last.uptimeMs > health.uptimeMs ? [health] : [...reports.slice(-5), health];
      const first = reports[0];
      if (first && reports.length > 1) setRate(rateBetween(first, health));
    };
    take(liveStore.getState().health);
    return liveStore.subscribe((state) => take(state.health));
  }, []);
  return rate;
}
