import type { ExpressionSpecification } from "maplibre-gl";

/** A number that grows with the zoom: pairs of [zoom, value], at least one. Widths in pixels look right when exponential. */
export function byZoom(...stops: [zoom: number, value: number][]): ExpressionSpecification {
  return ["interpolate", ["exponential", 1.5], ["zoom"], ...stops.flat()] as ExpressionSpecification;
}
