import type { Map as MapLibreMap, MapOptions } from "maplibre-gl";

type Library = typeof import("maplibre-gl");

let library: Promise<Library> | null = null;

/**
 * MapLibre, loaded when the first map is shown: it needs a browser, and is a megabyte. Its worker is a file of its own that no
 * bundler finds by itself (MapLibre 6), so the bundler is told of it here.
 */
export function loadMapLibrary(): Promise<Library> {
  library ??= import("maplibre-gl").then((loaded) => {
    loaded.setWorkerUrl(new URL("maplibre-gl/dist/maplibre-gl-worker.mjs", import.meta.url).href);
    return loaded;
  });
  return library;
}

const FONT_WAIT_MS = 2000;
const SAMPLE = "서울 한강 Seoul 0123";

/** Letters on the map are drawn from the page's fonts, once: they must be there first, or stay in the fallback. */
async function fontsReady(): Promise<void> {
  const weights = [400, 500, 600, 700];
  const loading = weights.map((weight) => document.fonts.load(`${weight} 14px "Pretendard Variable"`, SAMPLE));
  await Promise.race([Promise.allSettled(loading), new Promise((done) => setTimeout(done, FONT_WAIT_MS))]);
}

/** A new map in `container`. Flat and north up: a turned map costs an operator a second each time. */
export async function createMap(container: HTMLElement, options: Partial<MapOptions>): Promise<MapLibreMap> {
  const [{ Map: MapLibre }] = await Promise.all([loadMapLibrary(), fontsReady()]);
  const map = new MapLibre({
    container,
    attributionControl: false,
    dragRotate: false,
    touchPitch: false,
    pitchWithRotate: false,
    maxPitch: 0,
    minZoom: 8.5,
    maxZoom: 18,
    fadeDuration: 120,
    ...options,
  });
  map.touchZoomRotate.disableRotation();
  map.keyboard.disableRotation();
  return map;
}
