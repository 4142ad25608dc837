import type { HistoryDb } from "./history-db";
import { type Run, runOf } from "./run";

/** Readings of a stream that came out of order and are not packed, with from ≤ at ≤ to; the first `most` of them. */
export function lateBetween(db: HistoryDb, stream: number, from: number, to: number, most = -1): Run {
  const sql = 'SELECT "at", "value" FROM "Late" WHERE "stream" = ? AND "at" >= ? AND "at" <= ? ORDER BY "at" LIMIT ?';
  const limits = [Math.max(Number.MIN_SAFE_INTEGER, from), Math.min(Number.MAX_SAFE_INTEGER, to)] as const;
  const rows = db.rows<{ at: number; value: number }>(sql, stream, ...limits, most);
  return runOf(rows.map((row) => [row.at, row.value] as const));
}

/** They are packed up to and with `at`. Gives how many there were. */
export function deleteLate(db: HistoryDb, stream: number, at: number): number {
  return db.run('DELETE FROM "Late" WHERE "stream" = ? AND "at" <= ?', stream, at);
}

/** Whether any waits. */
export function hasLate(db: HistoryDb, stream: number): boolean {
  return db.row('SELECT 1 FROM "Late" WHERE "stream" = ? LIMIT 1', stream) !== undefined;
}

/** How many wait, by stream. */
export function countLate(db: HistoryDb): Map<number, number> {
  const rows = db.rows<{ stream: number; n: number }>('SELECT "stream", count(*) AS n FROM "Late" GROUP BY "stream"');
  return new Map(rows.map((row) => [row.stream, row.n]));
}
