import type { Place } from "@/lib/base/geo";
import type { Localized } from "@/lib/base/localized";

export type SketchDistrict = { name: Localized; path: string };

/** The window of the sketch map: degrees it shows, and the box it is drawn in. */
export type Sketch = { west: number; south: number; east: number; north: number; width: number; height: number };

const [west, south, east, north] = [126.755, 37.42, 127.195, 37.71];
const width = 400;
// a degree of longitude is shorter than one of latitude by the cosine of Seoul's latitude
const height = Math.round((width * (north - south)) / ((east - west) * Math.cos((37.56 * Math.PI) / 180)));
export const SKETCH: Sketch = { west, south, east, north, width, height };

/** Where a place lies in the sketch's box; it may lie outside. */
export function project(place: Place, sketch: Sketch): { x: number; y: number } {
  return {
    x: ((place.lon - sketch.west) / (sketch.east - sketch.west)) * sketch.width,
    y: ((sketch.north - place.lat) / (sketch.north - sketch.south)) * sketch.height,
  };
}

/** Whether a place lies inside the sketch. */
export const isInside = (place: Place, sketch: Sketch): boolean =>
  place.lon > sketch.west && place.lon < sketch.east && place.lat > sketch.south && place.lat < sketch.north;

/** A ring of [lon, lat] as SVG path data, without points that nobody could see at this size (under 1.2 units apart). */
export function drawRing(ring: readonly (readonly [number, number, ...number[]])[], sketch: Sketch): string {
  const points: { x: number; y: number }[] = [];
  for (const [lon, lat] of ring) {
    const point = project({ lon, lat }, sketch);
    const last = points.at(-1);
    if (!last || Math.hypot(point.x - last.x, point.y - last.y) >= 1.2) points.push(point);
  }
  return points.length < 3 ? "" : `M${points.map(({ x, y }) => `${x.toFixed(1)} ${y.toFixed(1)}`).join("L")}Z`;
}
