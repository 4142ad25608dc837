/** Frames begin small, so that the first answer comes soon on any line. */
const FIRST = 100;
/** On a line that answers later than this, ms, frames grow no more. */
const SOON_MS = 1000;
const LEAST = 10;

export function firstFrame(most: number): number {
  return Math.min(FIRST, most);
}

/** A full frame that was answered soon: the next may be twice as large. */
export function moreThan(size: number, sent: number, tookMs: number, most: number): number {
  return sent >= size && tookMs < SOON_MS ? Math.min(most, size * 2) : size;
}

/** A frame that was not answered in time: half of it may come through where all of it does not. */
export function lessThan(size: number): number {
  return Math.max(Math.min(LEAST, size), Math.floor(size / 2));
}
