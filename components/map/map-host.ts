import type { Map as MapLibreMap } from "maplibre-gl";
import { createMap } from "./map-library";
import { type MapStyle, styleKey, styleOf } from "./map-style";

/** The one map of the staff's pages and the element it lives in. */
export type MapHost = { map: MapLibreMap; element: HTMLElement; styleKey: string };

let host: Promise<MapHost> | null = null;

/**
 * The map is created once and outlives navigation: a page takes its element in and gives it back, so going from the desk to
 * dispatch costs no new WebGL context, tiles or symbols.
 */
export function takeMap(parent: HTMLElement, style: MapStyle, title: string): Promise<MapHost> {
  if (host) {
    return host.then((it) => {
      parent.append(it.element);
      it.map.resize();
      return it;
    });
  }
  host = newHost(parent, style, title);
  // a browser without WebGL: let the next page try again, and this one say so
  host.catch(() => {
    host = null;
  });
  return host;
}

async function newHost(parent: HTMLElement, style: MapStyle, title: string): Promise<MapHost> {
  const element = document.createElement("div");
  element.style.cssText = "position:absolute;inset:0";
  parent.append(element);
  const map = await createMap(element, { style: styleOf(style), locale: { "Map.Title": title } });
  await new Promise<void>((done) => map.once("style.load", () => done()));
  return { map, element, styleKey: styleKey(style) };
}
