import type { ExpressionSpecification, FilterSpecification, SymbolLayerSpecification } from "maplibre-gl";
import type { BasePalette } from "./base-palette";
import { byZoom } from "./base-zoom";

type Weight = "Regular" | "Medium" | "SemiBold" | "Bold";

/**
 * MapLibre joins these into one CSS family list and reads the weight out of the first name. The first name is no real family,
 * so the browser goes on to the variable font, in that weight.
 */
const font = (weight: Weight): string[] => [
  `Pretendard Variable ${weight}`,
  "Pretendard Variable",
  "Pretendard",
  "sans-serif",
];

const name = (locale: "ko" | "en"): ExpressionSpecification => ["get", locale === "ko" ? "name_ko" : "name_en"];
const isClass = (value: string): FilterSpecification => ["==", ["get", "class"], value];

/** The names, quietest first: MapLibre gives the last layer the first choice of place. */
export function labelLayers(palette: BasePalette, locale: "ko" | "en"): SymbolLayerSpecification[] {
  return [
    ...roadNames(palette, locale),
    streamNames(palette, locale),
    ...greenNames(palette, locale),
    bridgeNames(palette, locale),
    ...placeNames(palette, locale),
    ...riverNames(palette, locale),
  ];
}

function roadNames(palette: BasePalette, locale: "ko" | "en"): SymbolLayerSpecification[] {
  const layer = (roadClass: string, minzoom: number): SymbolLayerSpecification => ({
    id: `base-name-road-${roadClass}`,
    type: "symbol",
    source: "base-roads",
    minzoom,
    filter: ["all", isClass(roadClass), ["has", "name_ko"]] as FilterSpecification,
    layout: {
      "symbol-placement": "line",
      "symbol-spacing": 420,
      "text-field": name(locale),
      "text-font": font("Medium"),
      "text-size": byZoom([13, 10.5], [16, 13]),
      "text-max-angle": 30,
      "text-padding": 8,
    },
    paint: { "text-color": palette.text.quiet, "text-halo-color": palette.text.halo, "text-halo-width": 1.4 },
  });
  return [layer("street", 14), layer("arterial", 13), layer("motorway", 12.5)];
}

const streamNames = (palette: BasePalette, locale: "ko" | "en"): SymbolLayerSpecification => ({
  id: "base-name-stream",
  type: "symbol",
  source: "base-streams",
  minzoom: 11.5,
  layout: {
    "symbol-placement": "line",
    "symbol-spacing": 360,
    "text-field": name(locale),
    "text-font": font("Medium"),
    "text-size": byZoom([11.5, 10], [15, 13]),
    "text-letter-spacing": 0.08,
    "text-max-angle": 35,
    "text-offset": [0, locale === "ko" ? -0.9 : -0.8],
  },
  paint: { "text-color": palette.text.water, "text-halo-color": palette.text.halo, "text-halo-width": 1.4 },
});

function greenNames(palette: BasePalette, locale: "ko" | "en"): SymbolLayerSpecification[] {
  const layer = (kind: "hill" | "park", minzoom: number): SymbolLayerSpecification => ({
    id: `base-name-${kind}`,
    type: "symbol",
    source: "base-labels",
    minzoom,
    filter: isClass(kind),
    layout: {
      "text-field": kind === "hill" ? ["format", "▲ ", { "font-scale": 0.65 }, name(locale), {}] : name(locale),
      "text-font": font("Medium"),
      "text-size": byZoom([10, 10], [15, 13]),
      "text-max-width": 7,
      "text-padding": 6,
      "symbol-sort-key": ["coalesce", ["get", "rank"], 5],
    },
    paint: { "text-color": palette.text.green, "text-halo-color": palette.text.halo, "text-halo-width": 1.3 },
  });
  return [layer("park", 11.8), layer("hill", 10.3)];
}

/** Level, not along the bridge: most bridges run north, and their names would stand on end. */
const bridgeNames = (palette: BasePalette, locale: "ko" | "en"): SymbolLayerSpecification => ({
  id: "base-name-bridge",
  type: "symbol",
  source: "base-labels",
  minzoom: 12,
  filter: isClass("bridge"),
  layout: {
    "text-field": name(locale),
    "text-font": font("Medium"),
    "text-size": byZoom([12, 10], [15, 13.5]),
    "text-variable-anchor": ["left", "right", "top", "bottom"],
    "text-radial-offset": 0.6,
    "text-max-width": 8,
    "text-padding": 3,
    "symbol-sort-key": ["get", "rank"],
  },
  paint: { "text-color": palette.text.normal, "text-halo-color": palette.text.waterHalo, "text-halo-width": 1.6 },
});

function placeNames(palette: BasePalette, locale: "ko" | "en"): SymbolLayerSpecification[] {
  const layer = (
    kind: string,
    minzoom: number,
    weight: Weight,
    color: string,
    size: [number, number][],
  ): SymbolLayerSpecification => ({
    id: `base-name-${kind}`,
    type: "symbol",
    source: "base-labels",
    minzoom,
    filter: isClass(kind),
    layout: {
      "text-field": name(locale),
      "text-font": font(weight),
      "text-size": byZoom(...size),
      "text-letter-spacing": locale === "ko" ? 0.04 : 0.02,
      "text-padding": 3,
      "symbol-sort-key": ["coalesce", ["get", "rank"], 5],
    },
    paint: { "text-color": color, "text-halo-color": palette.text.halo, "text-halo-width": 1.5, "text-halo-blur": 0.4 },
  });
  return [
    layer("island", 11.8, "Medium", palette.text.green, [
      [12, 10],
      [15, 13],
    ]),
    layer("neighbourhood", 12.6, "Regular", palette.text.quiet, [
      [12.5, 10.5],
      [15, 13],
    ]),
    layer("city", 8.5, "Medium", palette.text.quiet, [
      [9, 10.5],
      [12, 14],
    ]),
    layer("district", 9.4, "SemiBold", palette.text.strong, [
      [9.5, 10],
      [11, 12.5],
      [14, 17],
    ]),
  ];
}

/** Far off the name follows the river's long bends; near by it stands between two bridges. */
function riverNames(palette: BasePalette, locale: "ko" | "en"): SymbolLayerSpecification[] {
  const layer = (seen: "far" | "near", zooms: { minzoom: number; maxzoom: number }): SymbolLayerSpecification => ({
    id: `base-name-river-${seen}`,
    type: "symbol",
    source: "base-labels",
    ...zooms,
    filter: ["all", isClass("river"), ["==", ["get", "seen"], seen]] as FilterSpecification,
    layout: {
      ...(seen === "far"
        ? { "symbol-placement": "line-center" }
        : { "text-rotate": ["get", "angle"], "text-rotation-alignment": "map" }),
      "text-field": name(locale),
      "text-font": font("SemiBold"),
      "text-size": byZoom([9.5, 11], [12, 14], [15, 19]),
      "text-letter-spacing": locale === "ko" ? 0.45 : 0.22,
      "text-max-angle": 25,
    },
    paint: { "text-color": palette.text.water, "text-halo-color": palette.text.waterHalo, "text-halo-width": 1.2 },
  });
  return [layer("far", { minzoom: 9.3, maxzoom: 12.3 }), layer("near", { minzoom: 12.3, maxzoom: 24 })];
}
