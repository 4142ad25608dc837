import { HOUR, MINUTE } from "../../base/clock";
import { chanceOf } from "../chance";
import { CYCLE_MS, cycleStart, cyclesAround, type Story } from "./cycle";

/** A round cloud that goes east over the city. Its rain is a bell in space, so that sums over time have a closed form. */
type Cell = { from: number; lat: number; lon: number; northPerEast: number; radiusKm: number; mmPerH: number };

const SPEED_KM_PER_MS = 30 / HOUR;
const WEST_LON = 126.72;
/** The first heavy cell is already over the west when the story begins: nobody waits long for it, and it is strong. */
const FIRST_LON = 126.825;
const FIRST_MM_PER_H = 180;
const LIFE_MS = 2 * HOUR;
const KM_PER_LAT = 111.2;
const KM_PER_LON = 88.2;

/** Where the heavy cell enters: the south and the middle of the city, where streets lie low. */
const HEAVY_TRACKS = [37.497, 37.548, 37.522, 37.487, 37.575, 37.51, 37.56] as const;

/** The cells of one cycle: a heavy one, a short shower that fills an underpass or two, and drizzle. */
function cellsOf(story: Story, cycle: number): Cell[] {
  const start = cycleStart(story, cycle);
  const dice = (salt: string) => chanceOf(story.seed, cycle, salt);
  const cell = (after: number, lat: number, radiusKm: number, mmPerH: number, lon = WEST_LON): Cell => ({
    from: start + after * MINUTE,
    lat,
    lon,
    northPerEast: (chanceOf(story.seed, cycle, after) - 0.4) * 0.12,
    radiusKm,
    mmPerH,
  });
  const shower = 37.49 + 0.1 * dice("shower");
  return [
    cell(
      0,
      HEAVY_TRACKS[cycle % HEAVY_TRACKS.length] ?? 37.5,
      1.5,
      cycle === 0 ? FIRST_MM_PER_H : 152 + 18 * dice("heavy"),
      cycle === 0 ? FIRST_LON : WEST_LON + 0.02,
    ),
    cell(1, 37.52 + 0.1 * dice("drizzle"), 3.5, 8 + 8 * dice("a"), 126.9),
    cell(25, 37.6 + 0.06 * dice("north"), 3, 14 + 12 * dice("b")),
    cell(47, shower, 1.4, 108 + 14 * dice("c")),
    cell(68, 37.46 + 0.05 * dice("south"), 3, 16 + 10 * dice("d")),
  ];
}

export type Rain = {
  /** mm/h at this instant. */
  rate(lat: number, lon: number, at: number): number;
  /** mm between two instants. */
  between(lat: number, lon: number, from: number, to: number): number;
};

/** The rain of a story, by place and time. */
export function createRain(story: Story): Rain {
  const known = new Map<number, Cell[]>();
  const cells = (cycle: number) => known.get(cycle) ?? known.set(cycle, cellsOf(story, cycle)).get(cycle) ?? [];
  const near = (from: number, to: number) => cyclesAround(story, from - LIFE_MS - CYCLE_MS, to).flatMap(cells);
  return {
    rate: (lat, lon, at) => near(at, at).reduce((sum, cell) => sum + rateOf(cell, lat, lon, at), 0),
    between: (lat, lon, from, to) => near(from, to).reduce((sum, cell) => sum + sumOf(cell, lat, lon, from, to), 0),
  };
}

/** Where a place lies as seen from a cell's birthplace: kilometres along its way and beside it. */
function seenFrom(cell: Cell, lat: number, lon: number): { along: number; beside: number } {
  const along = (lon - cell.lon) * KM_PER_LON;
  return { along, beside: (lat - cell.lat) * KM_PER_LAT - along * cell.northPerEast };
}

function rateOf(cell: Cell, lat: number, lon: number, at: number): number {
  if (at < cell.from || at > cell.from + LIFE_MS) return 0;
  const { along, beside } = seenFrom(cell, lat, lon);
  const ahead = along - (at - cell.from) * SPEED_KM_PER_MS;
  return cell.mmPerH * Math.exp(-(ahead ** 2 + beside ** 2) / (2 * cell.radiusKm ** 2));
}

function sumOf(cell: Cell, lat: number, lon: number, from: number, to: number): number {
  const [a, b] = [Math.max(from, cell.from), Math.min(to, cell.from + LIFE_MS)];
  if (a >= b) return 0;
  const { along, beside } = seenFrom(cell, lat, lon);
  const part = (at: number) => erf(((at - cell.from) * SPEED_KM_PER_MS - along) / (cell.radiusKm * Math.SQRT2));
  const hoursPerKm = 1 / (SPEED_KM_PER_MS * HOUR);
  const peak = cell.mmPerH * Math.exp(-(beside ** 2) / (2 * cell.radiusKm ** 2));
  return Math.max(0, peak * cell.radiusKm * Math.sqrt(Math.PI / 2) * hoursPerKm * (part(b) - part(a)));
}

/** The error function, good to 1.5e-7 (Abramowitz and Stegun 7.1.26). */
function erf(x: number): number {
  const t = 1 / (1 + 0.3275911 * Math.abs(x));
  const poly = t * (0.254829592 + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429))));
  return Math.sign(x) * (1 - poly * Math.exp(-x * x));
}
