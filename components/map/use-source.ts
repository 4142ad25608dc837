"use client";

import type { FeatureCollection } from "geojson";
import type { GeoJSONSource, LayerSpecification, Map as MapLibreMap } from "maplibre-gl";
import { useEffect } from "react";
import { useMapStage } from "./map-context";

/** From the ground up: what a layer covers does not depend on which component came first. */
const ORDER = ["zones", "stations", "devices", "selection", "units", "incidents", "alerts"] as const;
export type LayerGroup = (typeof ORDER)[number];

/** A layer without its source, which is its group's. */
export type GroupLayer = LayerSpecification extends infer L
  ? L extends { source: string }
    ? Omit<L, "source">
    : never
  : never;

export const sourceOf = (group: LayerGroup): string => `haechi-${group}`;

const EMPTY: FeatureCollection = { type: "FeatureCollection", features: [] };

/**
 * One GeoJSON source and its layers for as long as the component is shown. Data is pushed apart from the layers, so that new
 * data never takes a layer down. `layers` must keep its identity while it stays the same.
 */
export function useSource(group: LayerGroup, layers: readonly GroupLayer[], data: FeatureCollection): void {
  const { map, generation } = useMapStage();
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new generation is a new style, without our source
  useEffect(() => {
    const source = sourceOf(group);
    map.addSource(source, { type: "geojson", data: EMPTY, promoteId: "id", tolerance: 0 });
    const before = firstAbove(map, group);
    for (const layer of layers) map.addLayer({ ...layer, source } as LayerSpecification, before);
    return () => {
      if (!map.style || !map.getSource(source)) return;
      for (const layer of layers) if (map.getLayer(layer.id)) map.removeLayer(layer.id);
      map.removeSource(source);
    };
  }, [map, generation, group, layers]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: after a new style or new layers the source is empty
  useEffect(() => {
    map.getSource<GeoJSONSource>(sourceOf(group))?.setData(data);
  }, [map, generation, group, layers, data]);
}

/** The lowest layer of any group that belongs above this one. Layer ids start with their source's name. */
function firstAbove(map: MapLibreMap, group: LayerGroup): string | undefined {
  const above = ORDER.slice(ORDER.indexOf(group) + 1).map((name) => `${sourceOf(name)}-`);
  return map.getLayersOrder().find((id) => above.some((prefix) => id.startsWith(prefix)));
}

/** A point with its properties, as GeoJSON. */
export function pointFeature(place: { lat: number; lon: number }, properties: { id: string; [more: string]: unknown }) {
  const geometry = { type: "Point" as const, coordinates: [place.lon, place.lat] };
  return { type: "Feature" as const, geometry, properties };
}

export const collection = (features: FeatureCollection["features"]): FeatureCollection => ({
  type: "FeatureCollection",
  features,
});
