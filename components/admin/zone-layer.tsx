"use client";
import type { Feature } from "geojson";
import type { MapMouseEvent } from "maplibre-gl";
import { useLocale } from "next-intl";
import { useEffect, useMemo, useRef } from "react";
import { useMapStage } from "@/components/map/map-context";
import type { MapPalette } from "@/components/map/map-palette";
import { useMapFont } from "@/components/map/use-map-font";
import { collection, type GroupLayer, useSource } from "@/components/map/use-source";
import type { Locale } from "@/lib/base/localized";
import type { Zone } from "@/lib/contract/device";

const FILL = "haechi-zones-fill";

function layersOf(palette: MapPalette, font: string[] | null): GroupLayer[] {
  const paint = { "text-color": palette.ink, "text-halo-color": palette.ground, "text-halo-width": 1.5 };
  const name: GroupLayer = {
    id: "haechi-zones-name",
    type: "symbol",
    layout: { "text-field": ["get", "name"], "text-size": 12, "text-font": font ?? undefined },
    paint,
  };
  return [
    { id: FILL, type: "fill", paint: { "fill-color": palette.accent, "fill-opacity": 0.14 } },
    {
      id: "haechi-zones-line",
      type: "line",
      paint: { "line-color": palette.accent, "line-width": 1.5, "line-opacity": 0.8 },
    },
    ...(font ? [name] : []),
  ];
}

/** The areas of zones with their names; `onOpen` is told the id of the one that was clicked. */
export function ZoneLayer({ zones, onOpen }: { zones: readonly Zone[]; onOpen?: (id: string) => void }) {
  const { map, palette } = useMapStage();
  const font = useMapFont();
  const locale = useLocale() as Locale;
  const data = useMemo(() => collection(zones.flatMap((zone) => areaOf(zone, locale))), [zones, locale]);
  useSource(
    "zones",
    useMemo(() => layersOf(palette, font), [palette, font]),
    data,
  );
  const shown = useRef(false);
  useEffect(() => {
    const box = boxOf(zones);
    if (box && !shown.current) map.fitBounds(box, { padding: 40, animate: false });
    shown.current ||= box !== null;
  }, [map, zones]);
  const open = useRef(onOpen);
  open.current = onOpen;
  useEffect(() => {
    const click = (event: MapMouseEvent) => {
      const [hit] = map.getLayer(FILL) ? map.queryRenderedFeatures(event.point, { layers: [FILL] }) : [];
      if (hit) open.current?.(String(hit.properties.id));
    };
    map.on("click", click);
    return () => {
      map.off("click", click);
    };
  }, [map]);
  return null;
}

/** West, south, east, north of all areas; null where nothing is drawn. */
function boxOf(zones: readonly Zone[]): [number, number, number, number] | null {
  const corners = zones.flatMap(({ geometry }) => geometry?.coordinates.flat() ?? []);
  if (corners.length === 0) return null;
  const lons = corners.map(([lon]) => lon);
  const lats = corners.map(([, lat]) => lat);
  return [Math.min(...lons), Math.min(...lats), Math.max(...lons), Math.max(...lats)];
}

function areaOf({ id, name, geometry }: Zone, locale: Locale): Feature[] {
  return geometry ? [{ type: "Feature", geometry, properties: { id, name: name[locale] } }] : [];
}
