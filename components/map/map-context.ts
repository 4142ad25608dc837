"use client";

import type { Map as MapLibreMap } from "maplibre-gl";
import { createContext, useContext } from "react";
import type { MapPalette } from "./map-palette";

/**
 * What a layer needs. `generation` grows with each new style (theme, language, another base map), which takes all sources,
 * layers and images away: whoever put them there depends on it and puts them back.
 */
export type MapStage = { map: MapLibreMap; generation: number; palette: MapPalette };

export const MapContext = createContext<MapStage | null>(null);

/** The map that a layer draws on. Only below a CityMap. */
export function useMapStage(): MapStage {
  const stage = useContext(MapContext);
  if (!stage) throw new Error("a map layer stands outside of a CityMap");
  return stage;
}
