// Marching squares: the outlines of what lies higher than a level, as closed rings in grid units.

// Per case (corners: 1 south-west, 2 south-east, 4 north-east, 8 north-west), the edges entered and left, high ground on the left.
const EDGES = [
  [],
  ["W", "S"],
  ["S", "E"],
  ["W", "E"],
  ["E", "N"],
  ["W", "S", "E", "N"],
  ["S", "N"],
  ["W", "N"],
  ["N", "W"],
  ["N", "S"],
  ["S", "E", "N", "W"],
  ["N", "E"],
  ["E", "W"],
  ["E", "S"],
  ["S", "W"],
  [],
];

/** Rings around everything above `level`; hollows inside are filled. Rings of fewer than `least` points are left out. */
export function contours({ columns, rows, heights }, level, least = 8) {
  const next = new Map();
  const at = (i, j) => heights[j * columns + i];
  const cut = (a, b) => (level - a) / (b - a);
  const point = {
    S: (i, j) => [i + cut(at(i, j), at(i + 1, j)), j],
    N: (i, j) => [i + cut(at(i, j + 1), at(i + 1, j + 1)), j + 1],
    W: (i, j) => [i, j + cut(at(i, j), at(i, j + 1))],
    E: (i, j) => [i + 1, j + cut(at(i + 1, j), at(i + 1, j + 1))],
  };
  for (let j = 0; j < rows - 1; j++) {
    for (let i = 0; i < columns - 1; i++) {
      const corners = [at(i, j), at(i + 1, j), at(i + 1, j + 1), at(i, j + 1)];
      const edges = EDGES[corners.reduce((bits, height, bit) => bits | (height > level ? 1 << bit : 0), 0)];
      for (let k = 0; k < edges.length; k += 2) {
        const [from, to] = [point[edges[k]](i, j), point[edges[k + 1]](i, j)];
        next.set(from.join(), to);
      }
    }
  }
  return follow(next).filter((ring) => ring.length >= least && area(ring) !== 0);
}

function follow(next) {
  const rings = [];
  for (const start of next.keys()) {
    if (!next.has(start)) continue;
    const ring = [];
    for (let key = start; next.has(key); ) {
      const to = next.get(key);
      next.delete(key);
      ring.push(to);
      key = to.join();
    }
    rings.push(ring);
  }
  return keepOuter(rings);
}

const area = (ring) =>
  ring.reduce((sum, [x, y], i) => sum + x * ring[(i + 1) % ring.length][1] - y * ring[(i + 1) % ring.length][0], 0) / 2;

/** Hills run one way around, hollows the other: the greatest ring is a hill, and tells which. */
function keepOuter(rings) {
  if (!rings.length) return rings;
  const way = Math.sign(rings.map(area).reduce((best, value) => (Math.abs(value) > Math.abs(best) ? value : best)));
  return rings.filter((ring) => Math.sign(area(ring)) === way);
}

/** Leaves out points nearer than `tolerance` to the line that stays (Douglas–Peucker on a closed ring). */
export function simplify(ring, tolerance) {
  const half = Math.floor(ring.length / 2);
  return [
    ...thinOut(ring.slice(0, half + 1), tolerance).slice(0, -1),
    ...thinOut([...ring.slice(half), ring[0]], tolerance).slice(0, -1),
  ];
}

function thinOut(points, tolerance) {
  const [a, b] = [points[0], points.at(-1)];
  const length = Math.hypot(b[0] - a[0], b[1] - a[1]) || 1;
  let [worst, at] = [0, 0];
  for (let i = 1; i < points.length - 1; i++) {
    const off = Math.abs((b[0] - a[0]) * (a[1] - points[i][1]) - (a[0] - points[i][0]) * (b[1] - a[1])) / length;
    if (off > worst) [worst, at] = [off, i];
  }
  if (worst <= tolerance) return [a, b];
  return [...thinOut(points.slice(0, at + 1), tolerance).slice(0, -1), ...thinOut(points.slice(at), tolerance)];
}
