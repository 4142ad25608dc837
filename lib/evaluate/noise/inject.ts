import { MINUTE } from "../../base/clock";
import type { Point } from "./series";

/** 0..1, the same for the same seed: the run is to be repeated. Mulberry32. */
export function chances(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** What goes wrong in ultrasonic depth sensors on a dry street; heights in mm, one value per reading. Made by us, and said so. */
export const made: Record<string, (chance: () => number) => number[]> = {
  "one reading (echo of a passer-by, a bird)": (chance) => [height(chance)],
  "two readings alike": (chance) => Array(2).fill(height(chance)),
  "three readings, none like another": (chance) => [height(chance), height(chance), height(chance)],
  "every other reading, ten times": (chance) =>
    Array.from({ length: 20 }, (_, i) => (i % 2 === 0 ? height(chance) : 0)),
  "a thing below the sensor for 15 readings": (chance) => Array(15).fill(height(chance)),
};

function height(chance: () => number): number {
  return Math.round(50 + 950 * chance());
}

const DRY_READINGS = 30;

/** A dry street that reads 0 to 3 mm every `everyMs`, with a fault in the middle. */
export function dryWith(fault: readonly number[], everyMs: number, chance: () => number): Point[] {
  const dry = () => Array.from({ length: DRY_READINGS }, () => Math.floor(4 * chance()));
  return [...dry(), ...fault, ...dry()].map((value, i) => ({ at: i * everyMs, value }));
}

/** A flood in which the sensor reads 0 once, in the middle of what is over the bar; null where that is under three readings. */
export function withDropout(points: readonly Point[], from: number, to: number, bar: number): Point[] | null {
  const over = points.filter((p) => p.at >= from && p.at <= to && p.value >= bar);
  const middle = over[Math.floor(over.length / 2)];
  if (over.length < 3 || !middle) return null;
  const near = points.filter((p) => p.at >= from - 60 * MINUTE && p.at <= to + 60 * MINUTE);
  return near.map((p) => (p === middle ? { ...p, value: 0 } : p));
}
