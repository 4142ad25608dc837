"use client";

import { useCallback, useMemo } from "react";
import { useCityNow } from "@/components/live/use-city-now";
import { useLive } from "@/components/live/use-live";
import type { Unit } from "@/lib/contract/incident";
import { placeState } from "@/lib/contract/position";
import type { MapPalette } from "../map-palette";
import { lostUnitSymbol, unitSymbol } from "../symbols";
import { useImages } from "../use-images";
import { collection, type GroupLayer, pointFeature, useSource } from "../use-source";

const LAYERS: GroupLayer[] = [
  {
    id: "haechi-units-symbol",
    type: "symbol",
    layout: {
      "icon-image": ["concat", "unit ", ["get", "agency"], " ", ["get", "look"]],
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

/** How often it is looked which units have not said where they are. */
const LOOK_MS = 5000;

function lookOf(unit: Unit, now: number): "free" | "busy" | "lost" {
  if (placeState(now - unit.positionAt) === "stale") return "lost";
  return unit.assignmentIds.length > 0 ? "busy" : "free";
}

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
          [`unit ${id} lost`, lostUnitSymbol(id, palette)] as const,
        ]),
      [agencies],
    ),
  );
  const now = useCityNow(LOOK_MS);
  const data = useMemo(
    () =>
      collection(
        [...units.values()].map((it) =>
          pointFeature(it, {
            id: it.id,
            agency: it.agencyId,
            busy: it.assignmentIds.length > 0,
            look: lookOf(it, now),
          }),
        ),
      ),
    [units, now],
  );
  useSource("units", LAYERS, data);
  return null;
}
