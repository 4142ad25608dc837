"use client";

import { useCallback, useMemo } from "react";
import { useLive } from "@/components/live/use-live";
import type { MapPalette } from "../map-palette";
import { unitSymbol } from "../symbols";
import { useImages } from "../use-images";
import { collection, type GroupLayer, pointFeature, useSource } from "../use-source";

const LAYERS: GroupLayer[] = [
  {
    id: "haechi-units-symbol",
    type: "symbol",
    layout: {
      "icon-image": ["concat", "unit ", ["get", "agency"], ["case", ["get", "busy"], " busy", " free"]],
      "icon-size": ["interpolate", ["linear"], ["zoom"], 9.5, 0.55, 12.5, 0.85, 15, 1],
      "icon-allow-overlap": true,
      "symbol-sort-key": ["case", ["get", "busy"], 1, 0],
    },
    // free units stand at their stations: from far they would only hide the city
    paint: {
      "icon-opacity": ["interpolate", ["linear"], ["zoom"], 11.4, ["case", ["get", "busy"], 1, 0], 12.2, 1],
    },
  },
];

/** Vehicles and crews: free, or on an assignment. */
export function UnitsLayer() {
  const units = useLive((city) => city.units);
  const agencies = useLive((city) => city.agencies);
  useImages(
    useCallback(
      (palette: MapPalette) =>
        [...agencies.keys()].flatMap((id) => [
          [`unit ${id} free`, unitSymbol(id, false, palette)] as const,
          [`unit ${id} busy`, unitSymbol(id, true, palette)] as const,
        ]),
      [agencies],
    ),
  );
  const data = useMemo(
    () =>
      collection(
        [...units.values()].map((it) =>
          pointFeature(it, { id: it.id, agency: it.agencyId, busy: it.assignmentIds.length > 0 }),
        ),
      ),
    [units],
  );
  useSource("units", LAYERS, data);
  return null;
}
