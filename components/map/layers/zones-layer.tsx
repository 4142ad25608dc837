"use client";

import { useLocale } from "next-intl";
import { useMemo } from "react";
import { useLive } from "@/components/live/use-live";
import type { Locale } from "@/lib/base/localized";
import { useMapStage } from "../map-context";
import type { MapPalette } from "../map-palette";
import { collection, type GroupLayer, useSource } from "../use-source";

const layersOf = (palette: MapPalette): GroupLayer[] => [
  {
    id: "haechi-zones-fill",
    type: "fill",
    paint: { "fill-color": palette.accent, "fill-opacity": ["match", ["get", "purpose"], "district", 0, 0.07] },
  },
  {
    id: "haechi-zones-line",
    type: "line",
    filter: ["!=", ["get", "purpose"], "district"],
    paint: {
      "line-color": palette.accent,
      "line-opacity": ["interpolate", ["linear"], ["zoom"], 10, 0.25, 13, 0.6],
      "line-width": ["interpolate", ["linear"], ["zoom"], 10, 0.6, 14, 1.6],
      "line-dasharray": [3, 2],
    },
  },
];

/** The drawn areas of the city: riversides, underpasses, child protection zones. */
export function ZonesLayer() {
  const { palette } = useMapStage();
  const locale = useLocale() as Locale;
  const zones = useLive((city) => city.zones);
  const data = useMemo(() => {
    const drawn = [...zones.values()].flatMap(({ id, purpose, name, geometry }) =>
      geometry ? [{ type: "Feature" as const, geometry, properties: { id, purpose, name: name[locale] } }] : [],
    );
    return collection(drawn);
  }, [zones, locale]);
  useSource(
    "zones",
    useMemo(() => layersOf(palette), [palette]),
    data,
  );
  return null;
}
