import type { History } from "./history";
import { logRows, logTimeAfter } from "./log";

const ROWS_A_STEP = 2000;

/** Takes the next rows of the log that only the disk has into the memory; `packedTo` as it is in the marks. Inside the store's turn. */
export function loadStep(history: History, packedTo: ReadonlyMap<number, number>): void {
  const { writer: db, tails } = history;
  const from = tails.loadedTo;
  // rows of one instant are taken together: the next step begins at the instant after them
  const before = logTimeAfter(db, from, ROWS_A_STEP) ?? Number.POSITIVE_INFINITY;
  const end = before > from ? before : from + 1;
  for (const [at, stream, value] of logRows(db, from, end)) {
    tails.logRows++;
    if (at > (packedTo.get(stream) ?? Number.NEGATIVE_INFINITY)) tails.push(at, stream, value);
  }
  tails.loadedTo = end;
}
