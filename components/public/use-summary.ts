"use client";

import { useEffect, useRef, useState } from "react";
import { cityNow, setClock, stoppedClock } from "@/components/live/city-clock";
import { createClient } from "@/lib/client/client";
import type { PublicSummary } from "@/lib/contract/city";
import type { Delta, Snapshot } from "@/lib/contract/live";

/** The newest summary and the city's time, with whether the city is within reach. */
export type LiveSummary = { summary: PublicSummary | null; reachable: boolean; cityNow: number };

/** A page that heard nothing for so long asks by itself, ms. */
const ASK_AFTER_MS = 30_000;
/** A page that heard nothing for so long does not speak for the present any more, ms. */
const LOST_AFTER_MS = 75_000;
const TICK_MS = 5_000;

/** Keeps the server's summary up to date: by the public room of /live, and by asking where that stays silent. */
export function useSummary(initial: PublicSummary | null, reachableAtFirst: boolean): LiveSummary {
  const [live, setLive] = useState<LiveSummary>({
    summary: initial,
    reachable: reachableAtFirst && !!initial,
    cityNow: initial?.city.now ?? 0,
  });
  const contact = useRef({ heardAt: 0, clock: initial ? clockOf(initial, 0) : stoppedClock });

  useEffect(() => {
    const opened = performance.now();
    contact.current = { heardAt: opened, clock: { ...contact.current.clock, wall: opened } };
    const hear = (summary: PublicSummary) => {
      const wall = performance.now();
      contact.current = { heardAt: wall, clock: setClock(contact.current.clock, clockOf(summary, wall), wall) };
      setLive({ summary, reachable: true, cityNow: summary.city.now });
    };
    const lose = () => setLive((old) => ({ ...old, reachable: false }));
    const ask = () => createClient("").call("getPublicSummary", {}).then(hear, lose);

    const tick = () => {
      const { heardAt, clock } = contact.current;
      const silentMs = performance.now() - heardAt;
      if (silentMs > ASK_AFTER_MS) void ask();
      const now = cityNow(clock, heardAt + silentMs);
      setLive((old) => ({ ...old, cityNow: now, reachable: old.reachable && silentMs < LOST_AFTER_MS }));
    };
    const timer = setInterval(tick, TICK_MS);
    const stop = listen(hear, lose);
    return () => {
      clearInterval(timer);
      stop();
    };
  }, []);

  return live;
}

const clockOf = ({ city: { now, speed } }: PublicSummary, wall: number) => ({ city: now, wall, speed });

/** Opens the public room; the socket's code is fetched after the page is read. Returns what closes it. */
function listen(hear: (summary: PublicSummary) => void, lose: () => void): () => void {
  let close = () => {};
  let closed = false;
  void import("socket.io-client").then(({ io }) => {
    if (closed) return;
    const socket = io("/live");
    socket.on("snapshot", (snapshot: Snapshot) => snapshot.summary && hear(snapshot.summary));
    socket.on("delta", (delta: Delta) => delta.summary && hear(delta.summary));
    socket.on("disconnect", lose);
    close = () => socket.close();
  }, lose);
  return () => {
    closed = true;
    close();
  };
}
