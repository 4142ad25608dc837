import { contours, simplify } from "./contours.mjs";
import { close, feature, smooth } from "./geometry.mjs";
import { gridToDegrees, relief } from "./relief.mjs";

/** Heights in metres at which the relief is cut; each is drawn over the one below. */
const LEVELS = [70, 130, 210, 310, 430, 570];
const TOLERANCE = 0.3; // of a grid step

/** The hills as nested areas: `level` counts from 1 at the foot. */
export function reliefLayer() {
  const grid = relief();
  return {
    relief: LEVELS.map((metres, i) => {
      const rings = contours(grid, metres, i === 0 ? 12 : 9).map((ring) => simplify(ring, TOLERANCE));
      const polygons = rings
        .filter((ring) => ring.length > 4)
        .map((ring) => [close(smooth(ring, 3, true).map(gridToDegrees))]);
      return feature("MultiPolygon", polygons, { class: "hill", level: i + 1, metres });
    }),
  };
}
