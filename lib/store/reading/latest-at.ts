import { setImmediate } from "node:timers/promises";
import { type History, inSnapshot } from "../history/history";
import type { HistoryDb } from "../history/history-db";
import { DAYS, HOURS, pageOf, type RollupLevel } from "../history/level";
import { LOOK_MS, scanLog } from "../history/log";
import { packFor } from "../history/packs";
import { decodePage } from "../history/rollup-codec";
import { indexFrom, type Run } from "../history/run";
import { decodeRun } from "../history/run-codec";
import type { Store } from "../open";

export type Newest = { at: number; value: number };

/**
 * The newest reading of each stream that is not later than `at` (UTC ms), by stream: the city as it was at an instant. Where
 * readings of that age are no longer kept, the last of an hour or a day stands for them. Of all streams, or of those given.
 */
export async function latestAt(
  { history }: Store,
  at: number,
  streams = allStreams(history.reader),
): Promise<Map<number, Newest>> {
  const found = new Map<number, Newest>();
  let turn = performance.now();
  for (const stream of streams) {
    if (!history.tails.covers(at)) return fromDisk(history, at, streams);
    const newest = later(
      lastOf(history.tails.between(stream, Number.NEGATIVE_INFINITY, at), at),
      stored(history.reader, stream, at),
    );
    if (newest) found.set(stream, newest);
    if (performance.now() - turn < LOOK_MS) continue;
    await setImmediate();
    turn = performance.now();
  }
  return found;
}

function fromDisk(history: History, at: number, streams: readonly number[]): Promise<Map<number, Newest>> {
  return inSnapshot(history, async (db) => {
    const found = new Map<number, Newest>();
    await scanLog(db, streams, Number.NEGATIVE_INFINITY, at, (row) => found.set(row.stream, row));
    for (const stream of streams) {
      const log = found.get(stream);
      const newest = later(log && { at: log.at, value: log.value }, stored(db, stream, at));
      if (newest) found.set(stream, newest);
    }
    return found;
  });
}

function stored(db: HistoryDb, stream: number, at: number): Newest | undefined {
  const late = db.row<Newest>(
    'SELECT "at", "value" FROM "Late" WHERE "stream" = ? AND "at" <= ? ORDER BY "at" DESC LIMIT 1',
    stream,
    at,
  );
  const pack = packFor(db, stream, at);
  const packed = pack && pack.start <= at ? lastOf(decodeRun(pack.data), at) : undefined;
  return later(late, packed) ?? rolledUp(db, stream, HOURS, at) ?? rolledUp(db, stream, DAYS, at);
}

/** The newest two pages: all of the newest may be later than `at`. */
function rolledUp(db: HistoryDb, stream: number, level: RollupLevel, at: number): Newest | undefined {
  const sql = `SELECT "page", "data" FROM "Rollup" WHERE "stream" = ? AND "level" = ? AND "page" <= ?
    ORDER BY "page" DESC LIMIT 2`;
  for (const { page, data } of db.rows<{ page: number; data: Buffer }>(sql, stream, level, pageOf(level, at))) {
    const rollups = decodePage(level, page, data);
    const slot = rollups.filled().findLast((s) => (rollups.lastAt[s] ?? 0) <= at);
    if (slot !== undefined) return { at: rollups.lastAt[slot] ?? 0, value: rollups.last[slot] ?? 0 };
  }
  return undefined;
}

function lastOf(run: Run, at: number): Newest | undefined {
  const index = indexFrom(run.at, at + 1) - 1;
  return index < 0 ? undefined : { at: run.at[index] ?? 0, value: run.value[index] ?? 0 };
}

function later(a: Newest | undefined, b: Newest | undefined): Newest | undefined {
  return !a || (b && b.at > a.at) ? b : a;
}

function allStreams(db: HistoryDb): number[] {
  return db.rows<{ id: number }>('SELECT "id" FROM "Stream"').map((row) => row.id);
}
