"use client";
import { useCallback, useMemo } from "react";
import { useCity } from "./use-city";

/** What a device is called; its id while its name is not known, or where it is no more. */
export function useDeviceName(): (id: string) => string {
  const devices = useCity("listDevices", { query: {} }).data?.devices;
  const names = useMemo(() => new Map(devices?.map(({ id, name }) => [id, name])), [devices]);
  return useCallback((id) => names.get(id) ?? id, [names]);
}
