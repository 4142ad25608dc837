import { setImmediate } from "node:timers/promises";
import type { History } from "./history";
import { type Level, MINUTES, pageOf, pageStart, RAW } from "./level";
import { LOOK_MS } from "./log";

/**
 * Calls `span` for one part of from ≤ at ≤ to (UTC ms) after the other, and lets the city have its turn every few milliseconds.
 * Within one call nothing moves: a reading is in the memory, among the late ones or in a pack. False where the memory does not
 * cover the range, or no longer: then the database alone answers, see inSnapshot.
 */
export async function inSpans(
  { tails }: History,
  { level, from, to }: { level: Level; from: number; to: number },
  span: (from: number, to: number) => void,
): Promise<boolean> {
  let turn = performance.now();
  for (let start = from; start <= to; ) {
    if (!tails.covers(to)) return false;
    const end = Math.min(to, spanEnd(level, start));
    span(start, end);
    start = end + 1;
    if (performance.now() - turn < LOOK_MS || start > to) continue;
    await setImmediate();
    turn = performance.now();
  }
  return true;
}

const PAGES_A_SPAN = 12;

/** The last instant of the span that begins at `start`: whole pages, so that rollups are not cut. */
function spanEnd(level: Level, start: number): number {
  const paged = level === RAW ? MINUTES : level;
  return pageStart(paged, pageOf(paged, start) + PAGES_A_SPAN) - 1;
}
