import type { LinkState } from "@/lib/contract/device";
import type { MapPalette } from "../map-palette";
import type { GroupLayer } from "../use-source";

/** From how close a device is a symbol and not a dot: a city of thousands stays readable from far. */
export const symbolZoom = (devices: number): number => (devices <= 400 ? 11.2 : devices <= 2000 ? 12.2 : 13.2);

const link = (state: LinkState) =>
  ["==", ["feature-state", "link"], state] as ["==", ["feature-state", string], string];

/** Dots from far, discs with the kind's icon from `near` (a zoom) on. Link by feature state: who does not speak is hollow and struck out. */
export function deviceLayers(palette: MapPalette, near: number): GroupLayer[] {
  return [
    {
      id: "haechi-devices-disc",
      type: "circle",
      paint: {
        "circle-radius": ["interpolate", ["linear"], ["zoom"], 9, 2.2, near - 0.3, 3.6, near + 0.2, 8.5, 15, 12],
        "circle-color": [
          "step",
          ["zoom"],
          ["case", link("fresh"), palette.ok, link("late"), palette.muted, palette.ground],
          near,
          palette.panel,
        ],
        "circle-stroke-color": ["case", link("fresh"), palette.ok, link("late"), palette.muted, palette.faint],
        "circle-stroke-width": ["interpolate", ["linear"], ["zoom"], 9, 0.8, near, 1.4, 15, 2],
        "circle-opacity": ["step", ["zoom"], ["case", link("fresh"), 0.85, link("late"), 0.7, 0.9], near, 0.95],
        "circle-stroke-opacity": ["case", link("fresh"), 0.95, 0.8],
      },
    },
    {
      id: "haechi-devices-icon",
      type: "symbol",
      minzoom: near,
      layout: {
        "icon-image": ["concat", "kind ", ["get", "kind"]],
        "icon-size": ["interpolate", ["linear"], ["zoom"], near, 0.62, 15, 1],
        "icon-allow-overlap": true,
        "icon-ignore-placement": true,
      },
      paint: { "icon-opacity": ["case", link("fresh"), 1, link("late"), 0.6, 0.4] },
    },
    {
      id: "haechi-devices-silent",
      type: "symbol",
      minzoom: near,
      layout: {
        "icon-image": "silent",
        "icon-size": ["interpolate", ["linear"], ["zoom"], near, 0.75, 15, 1.1],
        "icon-allow-overlap": true,
        "icon-ignore-placement": true,
      },
      paint: { "icon-opacity": ["case", ["any", link("offline"), link("never")], 1, 0] },
    },
  ];
}

/** The name of each device, once there is room for it. */
export const deviceNames = (palette: MapPalette, font: string[]): GroupLayer => ({
  id: "haechi-devices-name",
  type: "symbol",
  minzoom: 13.6,
  layout: {
    "text-field": ["get", "name"],
    "text-font": font,
    "text-size": 11.5,
    "text-anchor": "top",
    "text-offset": [0, 1.25],
    "text-max-width": 9,
    "text-optional": true,
  },
  paint: { "text-color": palette.muted, "text-halo-color": palette.ground, "text-halo-width": 1.6 },
});
