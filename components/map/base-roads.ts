import type { FilterSpecification, LayerSpecification, LineLayerSpecification } from "maplibre-gl";
import type { BasePalette } from "./base-palette";
import { byZoom } from "./base-zoom";

interface RoadClass {
  name: "street" | "arterial" | "motorway";
  minzoom: number;
  width: [zoom: number, pixels: number][];
}

/** Drawn in this order, so that the greater road lies over the lesser. */
const CLASSES: RoadClass[] = [
  {
    name: "street",
    minzoom: 11.2,
    width: [
      [11, 0.4],
      [13, 1.6],
      [16, 8],
    ],
  },
  {
    name: "arterial",
    minzoom: 9,
    width: [
      [9, 0.4],
      [11, 1],
      [13, 2.8],
      [16, 13],
    ],
  },
  {
    name: "motorway",
    minzoom: 8,
    width: [
      [8, 0.7],
      [11, 1.8],
      [13, 3.8],
      [16, 16],
    ],
  },
];

/** Roads, railways and the bridges over the Han, cased so that crossings read. */
export function roadLayers(palette: BasePalette): LayerSpecification[] {
  const casings = CLASSES.map((road) => roadLine(palette, road, "casing"));
  const fills = CLASSES.map((road) => roadLine(palette, road, "fill"));
  return [railway(palette), tunnel(palette), ...casings, ...fills, ...bridgeLayers(palette)];
}

function roadLine(palette: BasePalette, road: RoadClass, part: "casing" | "fill"): LineLayerSpecification {
  const extra = part === "casing" ? 1.4 : 0;
  return {
    id: `base-road-${road.name}${part === "casing" ? "-casing" : ""}`,
    type: "line",
    source: "base-roads",
    minzoom: part === "casing" ? Math.max(road.minzoom, 10.5) : road.minzoom,
    filter: ["all", ["==", ["get", "class"], road.name], ["!=", ["get", "tunnel"], true]],
    layout: { "line-cap": part === "casing" ? "butt" : "round", "line-join": "round" },
    paint: {
      "line-color": part === "casing" ? palette.road.casing : palette.road[road.name],
      "line-width": byZoom(...road.width.map(([zoom, pixels]): [number, number] => [zoom, pixels + extra])),
    },
  };
}

const tunnel = (palette: BasePalette): LineLayerSpecification => ({
  id: "base-road-tunnel",
  type: "line",
  source: "base-roads",
  minzoom: 10.5,
  filter: ["==", ["get", "tunnel"], true],
  paint: {
    "line-color": palette.road.tunnel,
    "line-width": byZoom([11, 0.9], [13, 2.2], [16, 10]),
    "line-dasharray": [2, 1],
  },
});

const railway = (palette: BasePalette): LineLayerSpecification => ({
  id: "base-railway",
  type: "line",
  source: "base-roads",
  minzoom: 10,
  filter: ["==", ["get", "class"], "rail"],
  paint: {
    "line-color": palette.road.rail,
    "line-width": byZoom([10, 0.7], [13, 1.4], [16, 4]),
    "line-dasharray": [5, 2],
  },
});

function bridgeLayers(palette: BasePalette): LineLayerSpecification[] {
  const road: FilterSpecification = ["!=", ["get", "class"], "rail"];
  const line = (
    id: string,
    color: string,
    filter: FilterSpecification,
    widths: [number, number][],
  ): LineLayerSpecification => ({
    id,
    type: "line",
    source: "base-bridges",
    filter,
    layout: { "line-cap": "butt" },
    paint: { "line-color": color, "line-width": byZoom(...widths) },
  });
  return [
    line("base-bridge-casing", palette.bridgeCasing, road, [
      [9, 1.2],
      [11, 3],
      [13, 6],
      [16, 20],
    ]),
    line("base-bridge", palette.bridge, road, [
      [9, 0.6],
      [11, 1.4],
      [13, 3],
      [16, 12],
    ]),
    line(
      "base-bridge-rail",
      palette.bridge,
      ["==", ["get", "class"], "rail"],
      [
        [9, 0.4],
        [11, 0.9],
        [13, 1.6],
        [16, 5],
      ],
    ),
  ];
}
