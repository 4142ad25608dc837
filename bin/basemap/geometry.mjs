// Small plane geometry for a city: degrees in, metres where the name says so.

export const METRES_PER_DEGREE = [88_350, 110_990]; // at latitude 37.55

/** "lng lat, lng lat" → [[lng, lat], …] */
export const parse = (text) =>
  text
    .trim()
    .split(",")
    .map((pair) => pair.trim().split(/\s+/).map(Number));

export const toMetres = ([lng, lat]) => [(lng - 127) * METRES_PER_DEGREE[0], (lat - 37.55) * METRES_PER_DEGREE[1]];
export const toDegrees = ([x, y]) => [x / METRES_PER_DEGREE[0] + 127, y / METRES_PER_DEGREE[1] + 37.55];

export const round = ([lng, lat]) => [Math.round(lng * 1e5) / 1e5, Math.round(lat * 1e5) / 1e5];

/** A centripetal Catmull-Rom curve through all points; it keeps the ends. `steps` points to each span. */
export function smooth(points, steps = 6, closed = false) {
  if (points.length < 3) return points;
  const at = (i) =>
    closed ? points[(i + points.length) % points.length] : points[Math.min(Math.max(i, 0), points.length - 1)];
  const out = [];
  const spans = closed ? points.length : points.length - 1;
  for (let i = 0; i < spans; i++) {
    for (let step = 0; step < steps; step++) out.push(curve(at(i - 1), at(i), at(i + 1), at(i + 2), step / steps));
  }
  out.push(closed ? out[0] : points.at(-1));
  return out;
}

function curve(p0, p1, p2, p3, t) {
  const knot = (a, b) => Math.max(Math.hypot(a[0] - b[0], a[1] - b[1]), 1e-9) ** 0.5;
  const [d1, d2, d3] = [knot(p0, p1), knot(p1, p2), knot(p2, p3)];
  return [0, 1].map((k) => {
    const m1 = p2[k] - p1[k] + d2 * ((p1[k] - p0[k]) / d1 - (p2[k] - p0[k]) / (d1 + d2)) || 0;
    const m2 = p2[k] - p1[k] + d2 * ((p3[k] - p2[k]) / d3 - (p3[k] - p1[k]) / (d2 + d3)) || 0;
    const [a, b] = [2 * (p1[k] - p2[k]) + m1 + m2, -3 * (p1[k] - p2[k]) - 2 * m1 - m2];
    return a * t ** 3 + b * t ** 2 + m1 * t + p1[k];
  });
}

/** A band of `width` metres along a line, as a closed ring. */
export function band(line, width) {
  const points = line.map(toMetres);
  const side = (sign) =>
    points.map((p, i) => {
      const [a, b] = [points[Math.max(i - 1, 0)], points[Math.min(i + 1, points.length - 1)]];
      const length = Math.hypot(b[0] - a[0], b[1] - a[1]) || 1;
      const [nx, ny] = [-(b[1] - a[1]) / length, (b[0] - a[0]) / length];
      return toDegrees([p[0] + (sign * nx * width) / 2, p[1] + (sign * ny * width) / 2]);
    });
  const ring = [...side(1), ...side(-1).reverse()];
  return [...ring, ring[0]];
}

export const close = (ring) => (same(ring[0], ring.at(-1)) ? ring : [...ring, ring[0]]);
export const same = (a, b) => Math.abs(a[0] - b[0]) < 1e-9 && Math.abs(a[1] - b[1]) < 1e-9;

/** Joins open lines into closed rings, end to end; throws where one end finds no other. */
export function stitch(lines) {
  const rest = lines.map((line) => [...line]);
  const rings = [];
  while (rest.length) {
    const ring = rest.shift();
    while (!same(ring[0], ring.at(-1))) {
      const next = rest.findIndex((line) => same(line[0], ring.at(-1)) || same(line.at(-1), ring.at(-1)));
      if (next < 0) throw new Error(`a border ends in the open at ${ring.at(-1).join(" ")}`);
      const [line] = rest.splice(next, 1);
      ring.push(...(same(line[0], ring.at(-1)) ? line : line.reverse()).slice(1));
    }
    rings.push(ring);
  }
  return rings;
}

export const feature = (type, coordinates, properties) => ({
  type: "Feature",
  properties,
  geometry: { type, coordinates },
});
