"use client";

import { useMemo } from "react";
import { useLive } from "@/components/live/use-live";
import { levels } from "@/lib/contract/level";
import { useMapStage } from "../map-context";
import type { MapPalette } from "../map-palette";
import { incidentSymbol } from "../symbols";
import { useImages } from "../use-images";
import { useMapFont } from "../use-map-font";
import { collection, type GroupLayer, pointFeature, useSource } from "../use-source";

const layersOf = (palette: MapPalette, font: string[] | null): GroupLayer[] => [
  {
    id: "haechi-incidents-symbol",
    type: "symbol",
    layout: {
      "icon-image": ["concat", "incident ", ["get", "level"]],
      "icon-anchor": "bottom",
      "icon-allow-overlap": true,
      "symbol-sort-key": ["get", "level"],
      ...(font && {
        "text-field": ["get", "title"],
        "text-font": font,
        "text-size": 12,
        "text-anchor": "left",
        "text-offset": [1.5, -1.9],
        "text-optional": true,
        "text-max-width": 14,
        "text-justify": "left",
      }),
    },
    paint: { "text-color": palette.ink, "text-halo-color": palette.ground, "text-halo-width": 1.8 },
  },
];

const images = (palette: MapPalette) =>
  levels.map((level) => [`incident ${level}`, incidentSymbol(level, palette)] as const);

/** Open incidents: what people are dealing with. */
export function IncidentsLayer() {
  const { palette } = useMapStage();
  const font = useMapFont();
  const incidents = useLive((city) => city.incidents);
  useImages(images);
  const data = useMemo(() => {
    const open = [...incidents.values()].filter((it) => it.state === "open");
    return collection(open.map((it) => pointFeature(it, { id: it.id, level: it.level, title: it.title })));
  }, [incidents]);
  useSource(
    "incidents",
    useMemo(() => layersOf(palette, font), [palette, font]),
    data,
  );
  return null;
}
