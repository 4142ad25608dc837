"use client";

import { useCallback, useMemo } from "react";
import { useLive } from "@/components/live/use-live";
import type { MapPalette } from "../map-palette";
import { stationSymbol } from "../symbols";
import { useImages } from "../use-images";
import { collection, type GroupLayer, pointFeature, useSource } from "../use-source";

const LAYERS: GroupLayer[] = [
  {
    id: "haechi-stations-symbol",
    type: "symbol",
    minzoom: 11.5,
    layout: { "icon-image": ["concat", "station ", ["get", "agency"]], "icon-allow-overlap": true },
    paint: { "icon-opacity": 0.85 },
  },
];

/** Where the units of the agencies come from. */
export function StationsLayer() {
  const stations = useLive((city) => city.stations);
  const agencies = useLive((city) => city.agencies);
  useImages(
    useCallback(
      (palette: MapPalette) => [...agencies.keys()].map((id) => [`station ${id}`, stationSymbol(id, palette)] as const),
      [agencies],
    ),
  );
  const data = useMemo(
    () => collection([...stations.values()].map((it) => pointFeature(it, { id: it.id, agency: it.agencyId }))),
    [stations],
  );
  useSource("stations", LAYERS, data);
  return null;
}
