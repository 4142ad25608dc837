import { HOUR, MINUTE } from "../../base/clock";
import type { Raised } from "./judge-series";
import type { Point } from "./series";

export const faults = ["spike", "pulse", "box", "flat", "drift"] as const;
export type Fault = (typeof faults)[number];

/** By what a reading series shows itself not to be water. Times and millimetres are part of the definition. */
export const definitions: Record<Fault, string> = {
  spike:
    "one reading at or over the bar; those before and after (within 30 min) are under half of it, or there are none",
  pulse:
    "over 20 mm for less than 3 min altogether, with readings at 0 to 20 mm on both sides: no street fills and drains so fast",
  box: "up by 80 % of its peak from one reading to the next (5 min at most apart), down again so, and flat within 10 mm between: a thing",
  flat: "the very same value, over the bar, for 3 h or more",
  drift: "over 20 mm for more than 24 h without a gap of an hour: the zero has moved",
};

const NEAR_MS = 30 * MINUTE;
const DRY_MM = 20;

/** What an alert was by these definitions; null: a flood. `bar` in mm. */
export function faultOf(points: readonly Point[], { at, endAt }: Raised, bar: number): Fault | null {
  const wet = wetAround(points, at);
  const during = points.filter((p) => p.at >= at && (endAt === null || p.at <= endAt));
  if (isSpike(points, during, bar)) return "spike";
  if (isPulse(points, wet)) return "pulse";
  if (isBox(points, wet)) return "box";
  if (longestSame(during.filter((p) => p.value >= bar)) >= 3 * HOUR) return "flat";
  const [first, last] = [wet[0], wet.at(-1)];
  return first && last && last.at - first.at > 24 * HOUR ? "drift" : null;
}

/** The readings over 20 mm around an instant, without a gap of an hour. */
function wetAround(points: readonly Point[], at: number): Point[] {
  const here = points.findIndex((p) => p.at >= at);
  const wet = (i: number) => (points[i]?.value ?? 0) > DRY_MM;
  const joins = (i: number, j: number) => Math.abs((points[i]?.at ?? 0) - (points[j]?.at ?? 0)) <= HOUR;
  let first = here;
  let last = here;
  while (wet(first - 1) && joins(first, first - 1)) first--;
  while (wet(last + 1) && joins(last, last + 1)) last++;
  return points.slice(first, last + 1);
}

function isSpike(points: readonly Point[], during: readonly Point[], bar: number): boolean {
  const over = during.filter((p) => p.value >= bar);
  const [only] = over;
  if (over.length !== 1 || !only) return false;
  const sides = beside(points, only, only).filter((p) => Math.abs(p.at - only.at) <= NEAR_MS);
  return sides.every((p) => p.value < only.value / 2);
}

function isPulse(points: readonly Point[], wet: readonly Point[]): boolean {
  const [first, last] = [wet[0], wet.at(-1)];
  if (!first || !last || last.at - first.at >= 3 * MINUTE) return false;
  const sides = beside(points, first, last);
  return (
    sides.length === 2 &&
    sides.every((p) => Math.min(Math.abs(p.at - first.at), Math.abs(p.at - last.at)) <= 5 * MINUTE)
  );
}

function isBox(points: readonly Point[], wet: readonly Point[]): boolean {
  const [first, last] = [wet[0], wet.at(-1)];
  if (!first || !last || wet.length < 3) return false;
  const [before, behind] = beside(points, first, last);
  const peak = Math.max(...wet.map((p) => p.value));
  const flat = peak - Math.min(...wet.map((p) => p.value)) <= 10;
  const step = (a: Point | undefined, b: Point) =>
    a !== undefined && Math.abs(a.at - b.at) <= 5 * MINUTE && b.value - a.value >= 0.8 * peak;
  return flat && step(before, first) && step(behind, last);
}

/** The readings right before and right after a stretch. */
function beside(points: readonly Point[], first: Point, last: Point): Point[] {
  return [points[points.indexOf(first) - 1], points[points.indexOf(last) + 1]].filter((p) => p !== undefined);
}

function longestSame(points: readonly Point[]): number {
  let longest = 0;
  let since: Point | undefined;
  for (const point of points) {
    if (since?.value !== point.value) since = point;
    longest = Math.max(longest, point.at - since.at);
  }
  return longest;
}
