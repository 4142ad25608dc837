import type { ExpressionSpecification, LayerSpecification } from "maplibre-gl";
import type { BasePalette } from "./base-palette";
import { byZoom } from "./base-zoom";

/** Everything flat: land, the city's area, hills and parks, water, and the borders of the districts. */
export function groundLayers(palette: BasePalette): LayerSpecification[] {
  return [...landLayers(palette), ...greenLayers(palette), ...waterLayers(palette), ...borderLayers(palette)];
}

const landLayers = (palette: BasePalette): LayerSpecification[] => [
  { id: "base-background", type: "background", paint: { "background-color": palette.land } },
  {
    id: "base-city-glow",
    type: "line",
    source: "base-land",
    filter: ["==", ["get", "class"], "city"],
    paint: {
      "line-color": palette.cityGlow,
      "line-width": byZoom([9, 10], [12, 36]),
      "line-blur": byZoom([9, 10], [12, 36]),
      "line-opacity": 0.5,
    },
  },
  {
    id: "base-city",
    type: "fill",
    source: "base-land",
    filter: ["==", ["get", "class"], "city"],
    paint: { "fill-color": palette.city },
  },
];

/** One colour to each level of the relief, from the foot up. */
function tint({ relief: [foot, ...higher] }: BasePalette): ExpressionSpecification {
  const steps = higher.flatMap((color, i) => [i + 2, color]);
  return ["step", ["get", "level"], foot, ...steps] as ExpressionSpecification;
}

const greenLayers = (palette: BasePalette): LayerSpecification[] => [
  {
    id: "base-relief",
    type: "fill",
    source: "base-relief",
    paint: {
      "fill-color": tint(palette),
      "fill-opacity": byZoom([12, 1], [15, 0.75]),
    },
  },
  {
    id: "base-park",
    type: "fill",
    source: "base-green",
    minzoom: 10,
    paint: { "fill-color": palette.park },
  },
];

const waterLayers = (palette: BasePalette): LayerSpecification[] => [
  {
    id: "base-stream",
    type: "line",
    source: "base-streams",
    layout: { "line-cap": "round", "line-join": "round" },
    paint: {
      "line-color": palette.water,
      "line-width": [
        "interpolate",
        ["exponential", 1.7],
        ["zoom"],
        9,
        ["*", 0.25, ["get", "rank"]],
        12,
        ["*", 0.9, ["get", "rank"]],
        16,
        ["*", 7, ["get", "rank"]],
      ],
    },
  },
  // The edge lies under the water, so that only its outer half is seen and a stream's mouth stays open.
  {
    id: "base-water-edge",
    type: "line",
    source: "base-water",
    layout: { "line-join": "round" },
    paint: { "line-color": palette.waterEdge, "line-width": byZoom([9, 1.2], [14, 2.6]) },
  },
  { id: "base-water", type: "fill", source: "base-water", paint: { "fill-color": palette.water } },
];

const borderLayers = (palette: BasePalette): LayerSpecification[] => [
  {
    id: "base-district-edge",
    type: "line",
    source: "base-land",
    filter: ["==", ["get", "class"], "district-edge"],
    layout: { "line-join": "round", "line-cap": "round" },
    paint: {
      "line-color": palette.district,
      "line-width": byZoom([9, 0.5], [12, 1.1], [15, 1.8]),
      "line-dasharray": [4, 2],
      "line-opacity": byZoom([9, 0.55], [11, 0.85], [14, 0.6]),
    },
  },
  {
    id: "base-city-edge",
    type: "line",
    source: "base-land",
    filter: ["==", ["get", "class"], "city"],
    layout: { "line-join": "round" },
    paint: { "line-color": palette.cityEdge, "line-width": byZoom([9, 0.8], [13, 1.8]), "line-opacity": 0.8 },
  },
];
