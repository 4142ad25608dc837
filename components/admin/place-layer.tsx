"use client";
import type { ExpressionSpecification, MapMouseEvent } from "maplibre-gl";
import { useEffect, useMemo, useRef } from "react";
import { useMapStage } from "@/components/map/map-context";
import type { MapPalette } from "@/components/map/map-palette";
import { collection, type GroupLayer, pointFeature, useSource } from "@/components/map/use-source";
import type { Place } from "@/lib/base/geo";

const NEAR_ZOOM = 14;
const isNew: ExpressionSpecification = ["==", ["get", "id"], "new"];

const layersOf = (palette: MapPalette): GroupLayer[] => [
  {
    id: "haechi-selection-place",
    type: "circle",
    paint: {
      "circle-radius": ["case", isNew, 9, 6],
      "circle-color": ["case", isNew, palette.accent, palette.ground],
      "circle-stroke-color": ["case", isNew, palette.ground, palette.muted],
      "circle-stroke-width": 3,
    },
  },
];

type PlaceLayerProps = { place: Place | null; was?: Place; onPick(place: Place): void };

/** The place being picked, and where the device stood before: a click on the map puts it there. */
export function PlaceLayer({ place, was, onPick }: PlaceLayerProps) {
  const { map, palette } = useMapStage();
  const pick = useRef(onPick);
  pick.current = onPick;

  useEffect(() => {
    const click = (event: MapMouseEvent) => pick.current(rounded({ lat: event.lngLat.lat, lon: event.lngLat.lng }));
    map.on("click", click);
    map.getCanvas().style.cursor = "crosshair";
    return () => {
      map.off("click", click);
      map.getCanvas().style.cursor = "";
    };
  }, [map]);

  const data = useMemo(
    () =>
      collection([
        ...(was ? [pointFeature(was, { id: "old" })] : []),
        ...(place ? [pointFeature(place, { id: "new" })] : []),
      ]),
    [place, was],
  );
  useSource(
    "selection",
    useMemo(() => layersOf(palette), [palette]),
    data,
  );

  const [lat, lon] = [place?.lat, place?.lon];
  // a device that has a place is gone to; a place that is picked on the map is in sight already
  const arriving = useRef(true);
  useEffect(() => {
    const seen = lat !== undefined && lon !== undefined && map.getBounds().contains([lon, lat]);
    const stay = seen && !arriving.current;
    arriving.current = false;
    if (stay || lat === undefined || lon === undefined) return;
    map.jumpTo({ center: [lon, lat], zoom: Math.max(map.getZoom(), NEAR_ZOOM) });
  }, [map, lat, lon]);
  return null;
}

/** Six digits are a tenth of a metre: more would be noise in every list. */
export function rounded({ lat, lon }: Place): Place {
  return { lat: Number(lat.toFixed(6)), lon: Number(lon.toFixed(6)) };
}
