import type { StyleSpecification } from "maplibre-gl";
import { groundLayers } from "./base-ground";
import { labelLayers } from "./base-labels";
import { type BaseTheme, basePalette } from "./base-palette";
import { roadLayers } from "./base-roads";

export type BaseLocale = "ko" | "en";

/** How far the base map is drawn, [west, south, east, north] in degrees: give it to the map as `maxBounds`. */
export const BASE_BOUNDS: [number, number, number, number] = [126.5, 37.33, 127.46, 37.78];

/** Farther out the region's edge would show: give it to the map as `minZoom`. */
export const BASE_MIN_ZOOM = 9.6;

/** What is drawn, of the files under `public/map/seoul`: one source each, named `base-…`. `districts` is left to the data layers. */
const FILES = ["land", "water", "streams", "relief", "green", "roads", "bridges", "labels"] as const;

const geojson = (file: string) => ({ type: "geojson" as const, data: `/map/seoul/${file}.geojson`, tolerance: 0.2 });

/**
 * Seoul without any network beyond the host. There is no `glyphs` URL on purpose: MapLibre 6 then draws every letter in the
 * browser from the page's own fonts, so the page must have loaded Pretendard, or the labels fall back to sans-serif.
 */
export function baseStyle({ theme, locale }: { theme: BaseTheme; locale: BaseLocale }): StyleSpecification {
  const palette = basePalette(theme);
  return {
    version: 8,
    name: `haechi-${theme}-${locale}`,
    center: [126.99, 37.555],
    zoom: 10.6,
    sources: Object.fromEntries(FILES.map((file) => [`base-${file}`, geojson(file)])),
    layers: [...groundLayers(palette), ...roadLayers(palette), ...labelLayers(palette, locale)],
  };
}
