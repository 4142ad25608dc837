import type { History } from "./history";
import { deleteLate, hasLate, lateBetween } from "./late";
import { readMark, writeMark } from "./marks";
import { PACK_READINGS, putPacked, startAfter } from "./packs";
import { putRollups } from "./rollup-rows";
import { cut, emptyRun, indexFrom, type Run, union } from "./run";

/** A step opens at most this many packs, so that late readings from all over the year do not make it long. */
const PACKS_A_STEP = 4;

/**
 * Packs the oldest readings of a stream that wait for it, as many as one pack holds: packs, rollups and the mark in one
 * transaction, and then they leave the memory. Gives how many. Inside the store's turn.
 */
export function packStep(history: History, stream: number): number {
  const { writer: db, tails, late } = history;
  const mark = readMark(db, stream);
  const batch = nextBatch(history, stream, mark.packedTo);
  const to = batch.at.at(-1);
  if (to === undefined) {
    countLate(history, stream, 0);
    return 0;
  }
  const wasLate = db.transaction(() => {
    putRollups(db, stream, putPacked(db, stream, batch), mark);
    writeMark(db, stream, { ...mark, packedTo: Math.max(mark.packedTo, to) });
    return late.has(stream) ? deleteLate(db, stream, to) : 0;
  });
  tails.packed(stream, to);
  countLate(history, stream, wasLate);
  return batch.at.length;
}

/** The count is about right; whether there are any is exact, since who has none is not asked for any. */
function countLate({ writer: db, late }: History, stream: number, packed: number): void {
  const waiting = late.get(stream);
  if (waiting === undefined) return;
  if (hasLate(db, stream)) late.set(stream, Math.max(1, waiting - packed));
  else late.delete(stream);
}

/** What waits in memory and what came late, in one order. Late is never later than the newest of its stream. */
function nextBatch({ writer: db, tails, late }: History, stream: number, packedTo: number): Run {
  const tail = tails.of(stream);
  const fresh = tail ? cut(tail.all(), 0, PACK_READINGS) : emptyRun;
  const newest = Math.max(packedTo, tail?.last ?? packedTo);
  const old = late.has(stream) ? lateBetween(db, stream, Number.NEGATIVE_INFINITY, newest, PACK_READINGS) : emptyRun;
  const both = cut(union(fresh, old).all, 0, PACK_READINGS);
  const first = both.at[0];
  return first === undefined ? both : cut(both, 0, indexFrom(both.at, startAfter(db, stream, first, PACKS_A_STEP)));
}
