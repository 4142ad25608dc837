import type { Map as MapLibreMap } from "maplibre-gl";
import { createMap } from "./map-library";
import { type MapStyle, styleKey, styleOf } from "./map-style";

/** The one map of the staff's pages and the element it lives in. */
export type MapHost = {
  map: MapLibreMap;
  element: HTMLElement;
  /** The style that was asked for, and whether it is there. */
  styleKey: string;
  styled: boolean;
};

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
  const host: MapHost = { map, element, styleKey: styleKey(style), styled: false };
  // the city's own style is somewhere else and may not be reachable: the one that ships always is
  const fallBack = () => style.url && !host.styled && map.setStyle(styleOf({ ...style, url: null }), { diff: false });
  map.once("error", fallBack);
  await new Promise<void>((done) => map.once("style.load", () => done()));
  map.off("error", fallBack);
  host.styled = true;
  map.on("style.load", () => {
    host.styled = true;
  });
  return host;
}
