// A modelled relief: the height falls from each ridge to the foot of its flank, roughened by noise, and is cut at a few heights.

import { ridges } from "./authored/ridges.mjs";
import { parse, toDegrees, toMetres } from "./geometry.mjs";

const STEP = 90; // metres between grid points
const BOX = [-46_000, -30_000, 42_000, 28_000]; // west, south, east, north in metres
const FOOT = 30; // metres above sea level of the plain

const hash = (x, y) => {
  const n = Math.sin(x * 127.1 + y * 311.7) * 43758.5453;
  return n - Math.floor(n);
};
const ease = (t) => t * t * (3 - 2 * t);

/** Value noise between -1 and 1. */
function noise(x, y) {
  const [ix, iy] = [Math.floor(x), Math.floor(y)];
  const [tx, ty] = [ease(x - ix), ease(y - iy)];
  const row = (dy) => hash(ix, iy + dy) * (1 - tx) + hash(ix + 1, iy + dy) * tx;
  return (row(0) * (1 - ty) + row(1) * ty) * 2 - 1;
}
const rough = (x, y) =>
  noise(x / 1300, y / 1300) * 0.5 + noise(x / 560, y / 560) * 0.36 + noise(x / 280, y / 280) * 0.14;

function segments() {
  return ridges.flatMap(([reach, text]) => {
    const points = parse(text);
    return points
      .slice(1)
      .map((to, i) => ({ reach, a: [...toMetres(points[i]), points[i][2]], b: [...toMetres(to), to[2]] }));
  });
}

/** Raises the grid along one stretch of a ridge. */
function raise(grid, { reach, a, b }) {
  const far = reach * 2;
  const [west, east] = [Math.min(a[0], b[0]) - far, Math.max(a[0], b[0]) + far].map((x) =>
    Math.round((x - BOX[0]) / STEP),
  );
  const [south, north] = [Math.min(a[1], b[1]) - far, Math.max(a[1], b[1]) + far].map((y) =>
    Math.round((y - BOX[1]) / STEP),
  );
  for (let j = Math.max(south, 1); j < Math.min(north, grid.rows - 1); j++) {
    for (let i = Math.max(west, 1); i < Math.min(east, grid.columns - 1); i++) {
      const height = heightBeside(BOX[0] + i * STEP, BOX[1] + j * STEP, reach, a, b);
      const at = j * grid.columns + i;
      if (height > grid.heights[at]) grid.heights[at] = height;
    }
  }
}

function heightBeside(x, y, reach, a, b) {
  const [dx, dy] = [b[0] - a[0], b[1] - a[1]];
  const t = Math.min(1, Math.max(0, ((x - a[0]) * dx + (y - a[1]) * dy) / (dx * dx + dy * dy || 1)));
  const away = Math.hypot(x - a[0] - t * dx, y - a[1] - t * dy) / (reach * 1.15 * (1 + 0.75 * rough(x, y)));
  const crest = a[2] + t * (b[2] - a[2]);
  return away >= 1 ? 0 : FOOT + (crest - FOOT) * (1 - away) ** 1.15 * (1 + 0.14 * rough(x + 9000, y));
}

/** The grid of heights, in metres, row by row from the south-west. */
export function relief() {
  const [columns, rows] = [Math.round((BOX[2] - BOX[0]) / STEP), Math.round((BOX[3] - BOX[1]) / STEP)];
  const grid = { columns, rows, heights: new Float64Array(columns * rows) };
  for (const segment of segments()) raise(grid, segment);
  return soften(soften(grid));
}

/** Each height becomes the mean of its nine: the outlines lose their corners. */
function soften({ columns, rows, heights }) {
  const soft = new Float64Array(heights.length);
  for (let j = 1; j < rows - 1; j++) {
    for (let i = 1; i < columns - 1; i++) {
      let sum = 0;
      for (let dj = -1; dj <= 1; dj++) for (let di = -1; di <= 1; di++) sum += heights[(j + dj) * columns + i + di];
      soft[j * columns + i] = sum / 9;
    }
  }
  return { columns, rows, heights: soft };
}

/** [column, row] of the grid → [lng, lat] */
export const gridToDegrees = ([i, j]) => toDegrees([BOX[0] + i * STEP, BOX[1] + j * STEP]);
