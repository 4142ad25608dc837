"use client";

import { useMemo } from "react";
import { useCityNow } from "@/components/live/use-city-now";
import { useLive } from "@/components/live/use-live";
import { MINUTE } from "@/lib/base/clock";
import { startOfDay } from "./city-day";
import { type Job, type Jobs, orderJobs } from "./order-assignments";
import { useConsole } from "./use-console";

/** The agency's assignments, sorted; the history is today's by the city's calendar. */
export function useJobs(agencyId: string): Jobs {
  const incidents = useLive((city) => city.incidents);
  const zone = useLive((city) => city.city?.timeZone ?? "Asia/Seoul");
  const since = startOfDay(useCityNow(MINUTE), zone);
  return useMemo(() => orderJobs(incidents.values(), agencyId, since), [incidents, agencyId, since]);
}

/** The chosen request; undefined where none is, or it is not this agency's. */
export function useChosen(agencyId: string): Job | undefined {
  const chosenId = useConsole((state) => state.chosenId);
  const incidents = useLive((city) => city.incidents);
  return useMemo(() => jobOf(incidents.values(), agencyId, chosenId), [incidents, agencyId, chosenId]);
}

function jobOf(incidents: Iterable<Job["incident"]>, agencyId: string, id: string | null): Job | undefined {
  if (!id) return undefined;
  for (const incident of incidents) {
    const assignment = incident.assignments.find((it) => it.id === id && it.agencyId === agencyId);
    if (assignment) return { assignment, incident };
  }
  return undefined;
}
