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

/** A ring of [lon, lat] as SVG path data, without the points that nobody would miss at this size. */
export function drawRing(ring: readonly (readonly [number, number, ...number[]])[], sketch: Sketch): string {
  const points = simplify(ring.map(([lon, lat]) => project({ lon, lat }, sketch)));
  return points.length < 3 ? "" : `M${points.map(({ x, y }) => `${x.toFixed(1)} ${y.toFixed(1)}`).join("L")}Z`;
}

/** A line of [lon, lat] as SVG path data, likewise. */
export function drawLine(line: readonly (readonly [number, number, ...number[]])[], sketch: Sketch): string {
  const points = simplify(line.map(([lon, lat]) => project({ lon, lat }, sketch)));
  return points.length < 2 ? "" : `M${points.map(({ x, y }) => `${x.toFixed(1)} ${y.toFixed(1)}`).join("L")}`;
}

type Point = { x: number; y: number };
/** How far the drawn line may lie from the true one: about half a pixel on a phone. */
const TOLERANCE = 0.6;

/** Douglas and Peucker: keeps the point farthest from the chord, as long as it is farther than the tolerance. */
function simplify(points: readonly Point[]): Point[] {
  const [first, ...rest] = points;
  const last = rest.at(-1);
  if (!first || !last || points.length < 3) return [...points];
  const far = rest.reduce(
    (best, point, i) => {
      const away = distance(point, first, last);
      return away > best.away ? { away, at: i + 1 } : best;
    },
    { away: 0, at: 0 },
  );
  if (far.away <= TOLERANCE) return [first, last];
  return [...simplify(points.slice(0, far.at + 1)), ...simplify(points.slice(far.at)).slice(1)];
}

/** From a point to the line through a and b; to a itself where they are one, as at the ends of a ring. */
function distance(point: Point, a: Point, b: Point): number {
  const length = Math.hypot(b.x - a.x, b.y - a.y);
  if (length === 0) return Math.hypot(point.x - a.x, point.y - a.y);
  return Math.abs((b.x - a.x) * (a.y - point.y) - (a.x - point.x) * (b.y - a.y)) / length;
}
