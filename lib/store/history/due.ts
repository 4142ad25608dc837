import { HOUR } from "../../base/clock";
import { PACK_READINGS } from "./packs";
import type { Tail } from "./tail";
import { MOST_READINGS } from "./tails";

/** A stream that has spoken waits this long at most until it is packed, ms of the city's clock. */
export const AGE_MS = 6 * HOUR;
/** The log is deleted from its front, so whoever speaks seldom holds back everybody's rows: beyond this many it is packed sooner. 26 bytes each. */
export const LOG_ROWS = 2_000_000;
/** Above this the longest tails are packed before they are full. */
const PRESSED = MOST_READINGS / 2;

type Waiter = Pick<Tail, "length" | "first" | "last" | "seenAt">;
type Waiting = { filled(): Iterable<[stream: number, tail: Waiter]>; total: number; logRows: number };

/** Which streams are to be packed, and how many of their readings may stay. Tails seen for the first time are marked with `now` (city's clock). */
export function dueStreams(tails: Waiting, now: number): [stream: number, mayStay: number][] {
  const all = [...tails.filled()];
  const mean = tails.total / all.length;
  const holding = tails.logRows > LOG_ROWS ? middle(all) : Number.NEGATIVE_INFINITY;
  const due: [number, number][] = [];
  for (const [stream, tail] of all) {
    tail.seenAt ??= now;
    if (now - tail.seenAt >= AGE_MS || tail.first < holding) due.push([stream, 0]);
    else if (tails.total > PRESSED && tail.length >= mean) due.push([stream, 0]);
    else if (tail.length >= PACK_READINGS) due.push([stream, PACK_READINGS - 1]);
  }
  return due;
}

/** The middle of the time that the tails span. */
function middle(all: readonly [number, Waiter][]): number {
  const oldest = all.reduce((at, [, tail]) => Math.min(at, tail.first), Number.POSITIVE_INFINITY);
  const newest = all.reduce((at, [, tail]) => Math.max(at, tail.last), Number.NEGATIVE_INFINITY);
  return (oldest + newest) / 2;
}
