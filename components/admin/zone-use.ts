"use client";
import { useCallback, useMemo } from "react";
import { useCity } from "./use-city";

/** How many devices and rules name a zone; null while it is not known. */
export type ZoneUse = { devices: number | null; rules: number | null };

/** Counts for each zone what would refuse its deletion. */
export function useZoneUse(): (zone: string) => ZoneUse {
  const devices = useCity("listDevices", { query: {} }).data?.devices;
  const rules = useCity("listRules", {}).data?.rules;
  const inDevices = useMemo(() => devices && tally(devices.map((device) => device.zone)), [devices]);
  const inRules = useMemo(() => rules && tally(rules.flatMap((rule) => rule.scope.zone ?? [])), [rules]);
  return useCallback(
    (zone) => ({
      devices: inDevices ? (inDevices.get(zone) ?? 0) : null,
      rules: inRules ? (inRules.get(zone) ?? 0) : null,
    }),
    [inDevices, inRules],
  );
}

function tally(names: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}
