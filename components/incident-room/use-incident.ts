"use client";

import { useEffect, useState } from "react";
import { useLive } from "@/components/live/use-live";
import { bringIncident } from "@/components/panels/incident/city-calls";
import type { Incident } from "@/lib/contract/incident";

/** The incident as the live line has it; one that left the line long ago is asked for. "missing": the city does not know it. */
export function useIncident(id: string): Incident | "missing" | null {
  const known = useLive((city) => city.incidents.get(id));
  const cursor = useLive((city) => city.cursor);
  const [missing, setMissing] = useState(false);
  const away = cursor !== "" && !known;
  useEffect(() => {
    if (!away) return;
    let left = false;
    setMissing(false);
    bringIncident(id).catch(() => left || setMissing(true));
    return () => {
      left = true;
    };
  }, [id, away]);
  return known ?? (missing ? "missing" : null);
}
