"use client";

import type { MapLibreMap, MapMouseEvent, PointLike } from "maplibre-gl";
import { useEffect, useState } from "react";
import { useMapStage } from "./map-context";
import { type LayerGroup, sourceOf } from "./use-source";

export type Picked = { type: "alert" | "incident" | "device" | "unit" | "station"; id: string };

/** What lies on top is picked first. */
const GROUPS: readonly (readonly [LayerGroup, Picked["type"]])[] = [
  ["incidents", "incident"],
  ["alerts", "alert"],
  ["units", "unit"],
  ["devices", "device"],
  ["stations", "station"],
];
const FINGER_PX = 5;

function pickAt(map: MapLibreMap, event: MapMouseEvent): Picked | null {
  const { x, y } = event.point;
  const box: [PointLike, PointLike] = [
    [x - FINGER_PX, y - FINGER_PX],
    [x + FINGER_PX, y + FINGER_PX],
  ];
  const ours = map.getLayersOrder().filter((id) => id.startsWith("haechi-"));
  const found = map.queryRenderedFeatures(box, { layers: ours });
  for (const [group, type] of GROUPS) {
    const hit = found.find((feature) => feature.source === sourceOf(group));
    if (hit) return { type, id: String(hit.properties.id) };
  }
  return null;
}

/** Tells what is under the pointer: picked by a click, hovered (with where, in pixels of the map) or nothing. */
export function useMapPicking(
  onPick: (picked: Picked | null) => void,
): { picked: Picked; x: number; y: number } | null {
  const { map } = useMapStage();
  const [hover, setHover] = useState<{ picked: Picked; x: number; y: number } | null>(null);
  useEffect(() => {
    const click = (event: MapMouseEvent) => onPick(pickAt(map, event));
    let frame = 0;
    const move = (event: MapMouseEvent) => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(() => {
        const picked = pickAt(map, event);
        map.getCanvas().style.cursor = picked ? "pointer" : "";
        setHover(picked && { picked, x: event.point.x, y: event.point.y });
      });
    };
    const leave = () => setHover(null);
    map.on("click", click);
    map.on("mousemove", move);
    map.on("mouseout", leave);
    map.on("movestart", leave);
    return () => {
      cancelAnimationFrame(frame);
      map.off("click", click);
      map.off("mousemove", move);
      map.off("mouseout", leave);
      map.off("movestart", leave);
    };
  }, [map, onPick]);
  return hover;
}
