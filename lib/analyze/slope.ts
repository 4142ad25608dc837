import { HOUR } from "../base/clock";
import { median } from "./median";

/** How fast one stream changes, of what was read within the last `windowMs`. */
export type Slope = {
  push(at: number, value: number): void;
  /** Units per hour over (at − windowMs, at]; NaN of fewer than FEWEST readings, which one spike could still move. */
  perHour(at: number): number;
};

/** With five readings a spike bends four slopes of ten: the middle one is still the water's. */
export const FEWEST = 5;
/** However often a stream speaks, so many readings tell its slope: the last of each twelfth of the window. */
const PARTS = 12;

type Point = { part: number; at: number; value: number };

/** Theil–Sen: the median of the slopes between every two readings. Readings may come out of order. */
export function createSlope(windowMs: number): Slope {
  const partMs = windowMs / PARTS;
  let points: Point[] = [];
  return {
    push(at, value) {
      if (!Number.isFinite(at) || !Number.isFinite(value)) return;
      const part = Math.floor(at / partMs);
      const same = points.find((p) => p.part === part);
      if (same && same.at >= at) return;
      const others = points.filter((p) => p !== same);
      const newest = Math.max(at, others.at(-1)?.at ?? at);
      points = [...others, { part, at, value }].filter((p) => p.at > newest - windowMs - partMs);
      points.sort((a, b) => a.at - b.at);
    },
    perHour(at) {
      const known = points.filter((p) => p.at > at - windowMs && p.at <= at);
      return known.length < FEWEST ? Number.NaN : median(slopes(known)) * HOUR;
    },
  };
}

function slopes(points: readonly Point[]): number[] {
  return points.flatMap((a, i) => points.slice(i + 1).map((b) => (b.value - a.value) / (b.at - a.at)));
}
