"use client";

import { useCallback, useMemo } from "react";
import { useLive } from "@/components/live/use-live";
import { useMapStage } from "@/components/map/map-context";
import type { MapPalette } from "@/components/map/map-palette";
import { kindSymbol } from "@/components/map/symbols";
import { useImages } from "@/components/map/use-images";
import { collection, type GroupLayer, pointFeature, useSource } from "@/components/map/use-source";
import { useIncidentDevices } from "./use-incident-devices";

const layersOf = (palette: MapPalette): GroupLayer[] => [
  {
    id: "haechi-devices-disc",
    type: "circle",
    paint: {
      "circle-radius": 11,
      "circle-color": palette.panel,
      "circle-stroke-color": palette.muted,
      "circle-stroke-width": 1.5,
    },
  },
  {
    id: "haechi-devices-icon",
    type: "symbol",
    layout: { "icon-image": ["concat", "kind ", ["get", "kind"]], "icon-size": 0.85, "icon-allow-overlap": true },
  },
];

/** The devices of the open incidents and no others: a crew needs to find these. */
export function IncidentDevicesLayer() {
  const { palette } = useMapStage();
  const kinds = useLive((city) => city.kinds);
  const incidents = useLive((city) => city.incidents);
  const devices = useIncidentDevices(
    useMemo(() => [...incidents.values()].filter((it) => it.state === "open"), [incidents]),
  );
  useImages(
    useCallback(
      (colours: MapPalette) =>
        [...kinds.values()].map((kind) => [`kind ${kind.id}`, kindSymbol(kind, colours)] as const),
      [kinds],
    ),
  );
  useSource(
    "devices",
    useMemo(() => layersOf(palette), [palette]),
    useMemo(() => collection(devices.map((it) => pointFeature(it, { id: it.id, kind: it.kind }))), [devices]),
  );
  return null;
}
