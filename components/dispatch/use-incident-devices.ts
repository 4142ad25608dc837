"use client";

import { useMemo } from "react";
import { useLive } from "@/components/live/use-live";
import type { Device } from "@/lib/contract/device";
import type { Incident } from "@/lib/contract/incident";

/** The devices whose alerts made these incidents, each once, in the order of their names. */
export function useIncidentDevices(incidents: readonly Incident[]): Device[] {
  const alerts = useLive((city) => city.alerts);
  const devices = useLive((city) => city.devices);
  return useMemo(() => {
    const ids = new Set(incidents.flatMap((it) => it.alertIds.flatMap((id) => alerts.get(id)?.deviceId ?? [])));
    return [...ids].flatMap((id) => devices.get(id) ?? []).sort((a, b) => a.name.localeCompare(b.name, "ko"));
  }, [incidents, alerts, devices]);
}
