// Measuring areas and outlines in metres, on the flat: good to 0.1 % over a city.
import { toMetres } from "./geometry.mjs";

/** All rings of a Polygon or MultiPolygon, in metres. */
export function ringsOf({ type, coordinates }) {
  const polygons = type === "MultiPolygon" ? coordinates : [coordinates];
  return polygons.flat().map((ring) => ring.map(toMetres));
}

/** Even-odd over all rings, so that a hole is outside. */
export function inside([x, y], rings) {
  let odd = false;
  for (const ring of rings) {
    for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
      const [[ax, ay], [bx, by]] = [ring[i], ring[j]];
      if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) odd = !odd;
    }
  }
  return odd;
}

/** Points along the rings, `step` metres apart. */
export function* along(rings, step) {
  for (const ring of rings) {
    for (let i = 1; i < ring.length; i++) {
      const [a, b] = [ring[i - 1], ring[i]];
      const pieces = Math.max(1, Math.round(Math.hypot(b[0] - a[0], b[1] - a[1]) / step));
      for (let k = 0; k < pieces; k++) yield [a[0] + ((b[0] - a[0]) * k) / pieces, a[1] + ((b[1] - a[1]) * k) / pieces];
    }
  }
}

/** The distance from a point to the nearest of the rings' edges. */
export function distance(point, rings) {
  let best = Number.POSITIVE_INFINITY;
  for (const ring of rings)
    for (let i = 1; i < ring.length; i++) best = Math.min(best, toEdge(point, ring[i - 1], ring[i]));
  return Math.sqrt(best);
}

function toEdge([x, y], [ax, ay], [bx, by]) {
  const [dx, dy] = [bx - ax, by - ay];
  const t = Math.min(1, Math.max(0, ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy || 1)));
  return (x - ax - t * dx) ** 2 + (y - ay - t * dy) ** 2;
}

/** Mean, 95th percentile and greatest of a list of metres. */
export function summary(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const mean = sorted.reduce((sum, value) => sum + value, 0) / sorted.length;
  return { mean, p95: sorted[Math.floor(sorted.length * 0.95)], max: sorted.at(-1) };
}

/** Shared area over joint area, from a grid of `step` metres laid over both. `within` limits it to a box in metres. */
export function overlap(ours, theirs, step, within = bounds([...ours, ...theirs])) {
  let [both, either] = [0, 0];
  for (let x = within[0]; x <= within[2]; x += step) {
    for (let y = within[1]; y <= within[3]; y += step) {
      const [a, b] = [inside([x, y], ours), inside([x, y], theirs)];
      if (a && b) both++;
      if (a || b) either++;
    }
  }
  return both / either;
}

export function bounds(rings) {
  const points = rings.flat();
  const extreme = (pick, k) => points.reduce((best, p) => pick(best, p[k]), points[0][k]);
  return [extreme(Math.min, 0), extreme(Math.min, 1), extreme(Math.max, 0), extreme(Math.max, 1)];
}
