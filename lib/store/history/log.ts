import { setImmediate, setTimeout } from "node:timers/promises";
import { MINUTE } from "../../base/clock";
import type { HistoryDb } from "./history-db";

/** How long one look into the database may keep the city from everything else, ms. */
export const LOOK_MS = 8;
const EARLIEST = Number.MIN_SAFE_INTEGER;

export type LogRow = { at: number; stream: number; value: number };

/** Time of the oldest row of the log; undefined where it is empty. */
export function logStart(db: HistoryDb): number | undefined {
  return db.row<{ at: number }>('SELECT "at" FROM "Reading" ORDER BY "at" LIMIT 1')?.at;
}

/** Time of the row that stands `count` rows after the first with `from` ≤ at; undefined where there are fewer. */
export function logTimeAfter(db: HistoryDb, from: number, count: number): number | undefined {
  const sql = 'SELECT "at" FROM "Reading" WHERE "at" >= ? ORDER BY "at" LIMIT 1 OFFSET ?';
  return db.row<{ at: number }>(sql, Math.max(EARLIEST, from), count)?.at;
}

/** The rows with from ≤ at < before, in order of time. */
export function logRows(db: HistoryDb, from: number, before: number): [at: number, stream: number, value: number][] {
  const sql = 'SELECT "at", "stream", "value" FROM "Reading" WHERE "at" >= ? AND "at" < ? ORDER BY "at"';
  return db.columns(sql, Math.max(EARLIEST, from), Math.min(-EARLIEST, before));
}

/** Takes the rows before `before` from the front of the log; gives how many. */
export function deleteLog(db: HistoryDb, before: number): number {
  return db.run('DELETE FROM "Reading" WHERE "at" < ?', Math.min(-EARLIEST, before));
}

/**
 * The readings of some streams with from ≤ at ≤ to that the log holds, in order of time. The log is everybody's: it is read in
 * slices that last a few milliseconds, and between two slices the city does its work: `rest` times as long as the slice took
 * where nobody waits for the answer. `db` is a snapshot.
 */
export async function scanLog(
  db: HistoryDb,
  streams: readonly number[],
  from: number,
  to: number,
  take: (row: LogRow) => void,
  rest = 0,
): Promise<void> {
  const sql = `SELECT "at", "stream", "value" FROM "Reading" WHERE "at" >= ? AND "at" <= ?
    AND "stream" IN (${streams.map(Number).join()}) ORDER BY "at"`;
  const last = db.row<{ at: number }>('SELECT "at" FROM "Reading" ORDER BY "at" DESC LIMIT 1')?.at ?? EARLIEST;
  const end = Math.min(to, last);
  let slice = 10 * MINUTE;
  for (let start = Math.max(from, logStart(db) ?? end); start <= end; ) {
    const began = performance.now();
    const stop = Math.min(end, start + slice - 1);
    for (const row of db.rows<LogRow>(sql, start, stop)) take(row);
    const took = performance.now() - began;
    slice = paced(slice, took);
    start = stop + 1;
    await (rest > 0 ? setTimeout(rest * took) : setImmediate());
  }
}

/** The next slice, so that it lasts about as long as a look may. */
function paced(slice: number, tookMs: number): number {
  const change = LOOK_MS / Math.max(0.1, tookMs);
  return Math.max(1000, Math.round(slice * Math.min(8, Math.max(0.25, change))));
}
