"use client";

import { useCallback, useEffect, useMemo } from "react";
import { useLive } from "@/components/live/use-live";
import type { Alert } from "@/lib/contract/alert";
import { useMapStage } from "../map-context";
import type { MapPalette } from "../map-palette";
import { alertImage, alertSymbols } from "../symbols";
import { useImages } from "../use-images";
import { collection, type GroupLayer, pointFeature, useSource } from "../use-source";
import { Pulses } from "./alert-pulses";
import { weightOf, worstPerDevice } from "./worst-per-device";

const LAYERS: GroupLayer[] = [
  {
    id: "haechi-alerts-symbol",
    type: "symbol",
    layout: {
      "icon-image": ["get", "image"],
      "icon-size": ["interpolate", ["linear"], ["zoom"], 9.5, 0.62, 11, 0.78, 13.5, 1],
      "icon-allow-overlap": true,
      "icon-ignore-placement": true,
      "symbol-sort-key": ["get", "rank"],
    },
  },
];

/** The worst standing alert of each device, worst on top, at every zoom. */
export function AlertsLayer() {
  const { map } = useMapStage();
  const kinds = useLive((city) => city.kinds);
  const alerts = useLive((city) => city.alerts);
  const worst = useMemo(() => worstPerDevice(alerts.values()), [alerts]);
  useImages(
    useCallback((palette: MapPalette) => [...kinds.values()].flatMap((kind) => alertSymbols(kind, palette)), [kinds]),
  );
  useSource(
    "alerts",
    LAYERS,
    useMemo(() => collection(worst.map(featureOf)), [worst]),
  );
  usePulses(map, worst);
  return null;
}

function featureOf(alert: Alert) {
  const look = alert.forecast ? "forecast" : alert.state === "raised" ? "new" : "seen";
  const rank = weightOf(alert);
  return pointFeature(alert, { id: alert.id, image: alertImage(alert.kind, alert.level, look), rank });
}

function usePulses(map: ConstructorParameters<typeof Pulses>[0], worst: readonly Alert[]): void {
  const pulses = useMemo(() => new Pulses(map), [map]);
  useEffect(() => {
    void pulses.show(worst.filter((alert) => alert.state === "raised" && !alert.forecast));
  }, [pulses, worst]);
  useEffect(() => () => pulses.clear(), [pulses]);
}
