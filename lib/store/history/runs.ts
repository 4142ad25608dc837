import { type History, inSnapshot } from "./history";
import type { HistoryDb } from "./history-db";
import { lateBetween } from "./late";
import { type Level, RAW } from "./level";
import { type LogRow, scanLog } from "./log";
import { inSpans } from "./look";
import { allPackedTo } from "./marks";
import { packedBetween } from "./packs";
import { emptyRun, type Run, runOf, union } from "./run";

/**
 * Every reading of some streams with from ≤ at ≤ to (UTC ms), by stream and in order of time; a stream without any is left out.
 * `rest` as in scanLog.
 */
export async function runsBetween(
  history: History,
  streams: readonly number[],
  from: number,
  to: number,
  rest = 0,
): Promise<Map<number, Run>> {
  const runs = new Map<number, Run>();
  for (const stream of streams) {
    const range = { level: RAW as Level, from, to: Math.min(to, newestOf(history.reader, stream)) };
    const parts: Run[] = [];
    const whole = await inSpans(history, range, (start, end) => {
      // what came late may belong among what waits in memory
      parts.push(union(stored(history.reader, stream, start, end), history.tails.between(stream, start, end)).all);
    });
    if (!whole) return fromDisk(history, streams, from, to, rest);
    keep(runs, stream, joined(parts));
  }
  return runs;
}

function fromDisk(history: History, streams: readonly number[], from: number, to: number, rest: number) {
  return inSnapshot(history, async (db) => {
    const log = await unpackedBetween(db, streams, from, to, rest);
    const runs = new Map<number, Run>();
    for (const stream of streams)
      keep(runs, stream, union(stored(db, stream, from, to), log.get(stream) ?? emptyRun).all);
    return runs;
  });
}

/** What the log holds of some streams and no pack yet. `db` is a snapshot. */
export async function unpackedBetween(
  db: HistoryDb,
  streams: readonly number[],
  from: number,
  to: number,
  rest = 0,
): Promise<Map<number, Run>> {
  const packedTo = allPackedTo(db);
  const first = Math.min(...streams.map((stream) => packedTo.get(stream) ?? Number.NEGATIVE_INFINITY));
  const rows = new Map<number, [number, number][]>();
  const take = ({ at, stream, value }: LogRow) => {
    if (at <= (packedTo.get(stream) ?? Number.NEGATIVE_INFINITY)) return;
    const known = rows.get(stream);
    if (known) known.push([at, value]);
    else rows.set(stream, [[at, value]]);
  };
  await scanLog(db, streams, Math.max(from, first + 1), to, take, rest);
  return new Map([...rows].map(([stream, list]) => [stream, runOf(list)]));
}

/** Packs and late readings. */
function stored(db: HistoryDb, stream: number, from: number, to: number): Run {
  return union(joined([...packedBetween(db, stream, from, to)]), lateBetween(db, stream, from, to)).all;
}

/** Time of the newest reading of a stream. */
export function newestOf(db: HistoryDb, stream: number): number {
  return db.row<{ at: number }>('SELECT "at" FROM "Latest" WHERE "stream" = ?', stream)?.at ?? Number.NEGATIVE_INFINITY;
}

function keep(runs: Map<number, Run>, stream: number, run: Run): void {
  if (run.at.length > 0) runs.set(stream, run);
}

/** Runs that follow each other as one; a copy. */
export function joined(parts: readonly Run[]): Run {
  const size = parts.reduce((sum, part) => sum + part.at.length, 0);
  const all = { at: new Float64Array(size), value: new Float64Array(size) };
  let n = 0;
  for (const part of parts) {
    all.at.set(part.at, n);
    all.value.set(part.value, n);
    n += part.at.length;
  }
  return all;
}
