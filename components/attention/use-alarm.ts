"use client";

import { useEffect } from "react";
import { chime } from "@/components/dispatch/chime";
import { liveStore, presentCity, presentStore } from "@/components/live/live-store";
import type { Level } from "@/lib/contract/level";
import { type Heard, hearing, isMuted, ringOf, unheard } from "./alarm";
import { loadMute, setMute, useMute } from "./mute-store";

const LOOK_MS = 1000;

/** What was heard goes on from page to page: a walk to an incident's page does not ring again. */
let heard: Heard | null = null;
let cameAt = 0;
let rangAt = 0;

function look(): void {
  // who looks at the past must hear the present
  const { alerts, cursor, clock } = presentCity();
  const { mute } = useMute.getState();
  const now = Date.now();
  if (mute && !isMuted(mute, now)) setMute(null);
  if (cursor === "") return;
  // what stood before the page came is not new
  if (heard === null) [heard, cameAt] = [new Map(), clock.city];
  const fresh = unheard(heard, alerts.values(), cameAt);
  heard = hearing(heard, alerts.values());
  const ring = ringOf({ fresh, standing: [...alerts.values()], mute, rangAt, now });
  if (ring.level === null) return;
  if (ring.breaksMute) setMute(null);
  rangAt = now;
  chime(ring.level);
}

/** Another sound of the desk, as loud as an alert of that level: silent while it is muted. */
export function ringUnlessMuted(level: Level): void {
  if (!isMuted(useMute.getState().mute, Date.now())) chime(level);
}

/** Rings for what is new and for what is serious and unseen, while any page that uses it is shown. */
export function useAlarm(): void {
  useEffect(() => {
    loadMute();
    const stop = [
      liveStore.subscribe((city, before) => city.alerts !== before.alerts && look()),
      presentStore.subscribe((kept, before) => kept.present?.alerts !== before.present?.alerts && look()),
    ];
    const timer = setInterval(look, LOOK_MS);
    return () => {
      for (const end of stop) end();
      clearInterval(timer);
    };
  }, []);
}
