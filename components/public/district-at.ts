import { insideRing, type Place } from "@/lib/base/geo";
import type { Localized } from "@/lib/base/localized";
import { project, SKETCH, type SketchDistrict } from "./sketch";

/** Answers which district a place lies in, from the sketch's own outlines: as coarse as what is published. */
export function districtFinder(districts: readonly SketchDistrict[]): (place: Place) => Localized | null {
  const known = districts.map(({ name, path }) => ({ name, ring: pointsOf(path) }));
  return (place) => {
    const { x, y } = project(place, SKETCH);
    return known.find(({ ring }) => insideRing({ lon: x, lat: y }, ring))?.name ?? null;
  };
}

function pointsOf(path: string): [number, number][] {
  return [...path.matchAll(/[ML](-?[\d.]+) (-?[\d.]+)/g)].map(([, x, y]) => [Number(x), Number(y)]);
}
