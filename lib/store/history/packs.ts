import type { HistoryDb } from "./history-db";
import { cut, emptyRun, indexFrom, type Run, union } from "./run";
import { decodeRun, encodeRun } from "./run-codec";

/** Readings that a pack holds at most; a kilobyte or less for most sensors. */
export const PACK_READINGS = 1024;

/** One stored pack; it reaches up to, without, `next`, the start of the one after it. */
export type Pack = { start: number; end: number; count: number; data: Buffer; next: number };
type Row = Omit<Pack, "next"> & { next: number | null };

const COLUMNS = `"start", "end", "count", "data", (SELECT min(n."start") FROM "Pack" n
  WHERE n."stream" = p."stream" AND n."start" > p."start") AS "next"`;

/** The pack that a reading of this time belongs to: the last that starts before it, or else the first; undefined where there is none. */
export function packFor(db: HistoryDb, stream: number, at: number): Pack | undefined {
  const row =
    db.row<Row>(
      `SELECT ${COLUMNS} FROM "Pack" p WHERE "stream" = ? AND "start" <= ? ORDER BY "start" DESC LIMIT 1`,
      stream,
      at,
    ) ?? db.row<Row>(`SELECT ${COLUMNS} FROM "Pack" p WHERE "stream" = ? ORDER BY "start" LIMIT 1`, stream);
  return row && { ...row, next: row.next ?? Number.POSITIVE_INFINITY };
}

/** The first pack that holds a reading not earlier than `at`; undefined where there is none. */
export function packFrom(db: HistoryDb, stream: number, at: number): Pick<Pack, "start" | "end" | "data"> | undefined {
  const sql = `SELECT "start", "end", "data" FROM "Pack" WHERE "stream" = ? AND "end" >= ? AND "start" >=
    coalesce((SELECT max("start") FROM "Pack" WHERE "stream" = ? AND "start" <= ?), ?) ORDER BY "start" LIMIT 1`;
  return db.row(sql, stream, at, stream, at, at);
}

/** What is packed of a stream with from ≤ at ≤ to, in order, pack by pack. */
export function* packedBetween(db: HistoryDb, stream: number, from: number, to: number): Generator<Run> {
  const sql = `SELECT "data" FROM "Pack" WHERE "stream" = ? AND "start" <= ? AND "start" >=
    coalesce((SELECT max("start") FROM "Pack" WHERE "stream" = ? AND "start" <= ?), ?) ORDER BY "start"`;
  for (const { data } of db.rows<{ data: Buffer }>(sql, stream, to, stream, from, from)) {
    const run = decodeRun(data);
    yield cut(run, indexFrom(run.at, from), indexFrom(run.at, to + 1));
  }
}

/** The start of the pack that comes `count` packs after the one of `at`: how far a step goes that touches that many. */
export function startAfter(db: HistoryDb, stream: number, at: number, count: number): number {
  const sql = 'SELECT "start" FROM "Pack" WHERE "stream" = ? AND "start" > ? ORDER BY "start" LIMIT 1 OFFSET ?';
  return db.row<{ start: number }>(sql, stream, at, count - 1)?.start ?? Number.POSITIVE_INFINITY;
}

/** Puts readings of a stream, in order, where they belong. Gives those that were not there yet. Inside a transaction. */
export function putPacked(db: HistoryDb, stream: number, readings: Run): Run {
  let added = emptyRun;
  for (let rest = readings; rest.at.length > 0; ) {
    const pack = packFor(db, stream, rest.at[0] ?? 0);
    const here = pack ? indexFrom(rest.at, pack.next) : rest.at.length;
    added = union(added, putInto(db, stream, pack, cut(rest, 0, here))).all;
    rest = cut(rest, here);
  }
  return added;
}

/** Takes away what is packed of a stream before an instant; the pack that it lies in is cut. Inside a transaction. */
export function dropPacked(db: HistoryDb, stream: number, before: number): void {
  const around = packFor(db, stream, before);
  db.run('DELETE FROM "Pack" WHERE "stream" = ? AND "start" < ?', stream, before);
  if (!around || around.start >= before || around.end < before) return;
  const run = decodeRun(around.data);
  write(db, stream, cut(run, indexFrom(run.at, before)));
}

function putInto(db: HistoryDb, stream: number, pack: Pack | undefined, readings: Run): Run {
  const follows = pack !== undefined && (readings.at[0] ?? 0) > pack.end;
  const half = PACK_READINGS / 2;
  if (!pack || (follows && pack.count >= half && readings.at.length >= half)) {
    for (const piece of pieces(readings, true)) write(db, stream, piece);
    return readings;
  }
  const { all, added } = union(decodeRun(pack.data), readings);
  if (added.at.length === 0) return added;
  if (all.at[0] !== pack.start) db.run('DELETE FROM "Pack" WHERE "stream" = ? AND "start" = ?', stream, pack.start);
  for (const piece of pieces(all, follows)) write(db, stream, piece);
  return added;
}

/** What is appended fills one pack after the other; what came into the middle is spread evenly, so that more finds room. */
function pieces(all: Run, appended: boolean): Run[] {
  const count = Math.ceil(all.at.length / PACK_READINGS);
  const size = appended ? PACK_READINGS : Math.ceil(all.at.length / count);
  return Array.from({ length: count }, (_, i) => cut(all, i * size, Math.min(all.at.length, (i + 1) * size)));
}

function write(db: HistoryDb, stream: number, run: Run): void {
  db.run(
    `INSERT INTO "Pack" ("stream", "start", "end", "count", "data") VALUES (?, ?, ?, ?, ?)
     ON CONFLICT ("stream", "start") DO UPDATE SET "end" = excluded."end", "count" = excluded."count", "data" = excluded."data"`,
    stream,
    run.at[0] ?? 0,
    run.at.at(-1) ?? 0,
    run.at.length,
    encodeRun(run),
  );
}
