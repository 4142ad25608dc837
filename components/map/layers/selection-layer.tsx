"use client";

import { useMemo } from "react";
import type { Place } from "@/lib/base/geo";
import { useMapStage } from "../map-context";
import type { MapPalette } from "../map-palette";
import { collection, type GroupLayer, pointFeature, useSource } from "../use-source";

const layersOf = (palette: MapPalette): GroupLayer[] => [
  {
    id: "haechi-selection-halo",
    type: "circle",
    paint: {
      "circle-radius": ["interpolate", ["linear"], ["zoom"], 9, 15, 14, 24],
      "circle-color": palette.accent,
      "circle-opacity": 0.14,
      "circle-stroke-color": palette.accent,
      "circle-stroke-width": 2,
    },
  },
];

/** A halo below what is selected. */
export function SelectionLayer({ place }: { place: Place | null }) {
  const { palette } = useMapStage();
  const data = useMemo(() => collection(place ? [pointFeature(place, { id: "selected" })] : []), [place]);
  useSource(
    "selection",
    useMemo(() => layersOf(palette), [palette]),
    data,
  );
  return null;
}
