import { setImmediate } from "node:timers/promises";
import { inflateRawSync } from "node:zlib";
import type { PastNoun, ToldRow } from "../../contract/past";
import { ByteReader } from "../history/bytes";
import type { HistoryDb } from "../history/history-db";
import { LOOK_MS } from "../history/log";
import type { Store } from "../open";

type Row = { seq: number; at: number; noun: PastNoun; thing: string; body: string | Buffer | null };
type Frame = { seq: number; at: number; rows: Buffer };

const COLUMNS = '"seq", "at", "noun", "thing", "body"';
/** Rows that are read by their number in one question. */
const SOME = 500;

/** Everything that was in force at `at` (UTC ms), each thing once, in the order in which it was told. */
export async function toldAt({ history }: Store, at: number): Promise<ToldRow[]> {
  const db = history.reader;
  const frame = db.row<Frame>('SELECT * FROM "ToldFrame" WHERE "at" <= ? ORDER BY "at" DESC, "seq" DESC LIMIT 1', at);
  const things = new Map<string, Row>();
  const take = (row: Row) => {
    const key = `${row.noun}\n${row.thing}`;
    things.delete(key);
    if (row.body !== null) things.set(key, row);
  };
  if (frame) for await (const rows of bySeq(db, seqsOf(frame))) rows.forEach(take);
  const after = frame?.seq ?? 0;
  const next = db.row<{ seq: number }>('SELECT "seq" FROM "ToldFrame" WHERE "seq" > ? ORDER BY "seq" LIMIT 1', after);
  const since = `SELECT ${COLUMNS} FROM "Told" WHERE "seq" > ? AND "seq" <= ? AND "at" <= ? ORDER BY "seq"`;
  db.rows<Row>(since, after, next?.seq ?? Number.MAX_SAFE_INTEGER, at).forEach(take);
  return [...things.values()].map(opened);
}

/** What was told after `from` and up to `to` (UTC ms), in its order; about `most` rows, and all of their last instant. */
export function toldBetween({ history }: Store, from: number, to: number, most: number): ToldRow[] {
  const last = `SELECT "at" FROM "Told" WHERE "at" > ? AND "at" <= ? ORDER BY "at" LIMIT 1 OFFSET ?`;
  const end = history.reader.row<{ at: number }>(last, from, to, most)?.at ?? to;
  const sql = `SELECT ${COLUMNS} FROM "Told" WHERE "at" > ? AND "at" <= ? ORDER BY "at", "seq"`;
  return history.reader.rows<Row>(sql, from, end).map(opened);
}

/** When the screens were first told something that is kept, UTC ms; null before that. */
export function firstTold({ history }: Store): number | null {
  return history.reader.row<{ at: number }>('SELECT "at" FROM "Told" ORDER BY "seq" LIMIT 1')?.at ?? null;
}

/** The numbers of the newest row and of the newest frame; 0 where there are none. */
export function lastTold({ history }: Store): { seq: number; frame: number } {
  const newest = (table: string) =>
    history.reader.row<{ seq: number }>(`SELECT "seq" FROM "${table}" ORDER BY "seq" DESC LIMIT 1`)?.seq ?? 0;
  return { seq: newest("Told"), frame: newest("ToldFrame") };
}

function seqsOf({ rows }: Frame): number[] {
  const bytes = new ByteReader(rows);
  let seq = 0;
  return Array.from({ length: bytes.varint() }, () => {
    seq += bytes.varint();
    return seq;
  });
}

async function* bySeq(db: HistoryDb, seqs: readonly number[]): AsyncGenerator<Row[]> {
  const sql = `SELECT ${COLUMNS} FROM json_each(?) e JOIN "Told" t ON t."seq" = e.value ORDER BY t."seq"`;
  let turn = performance.now();
  for (let i = 0; i < seqs.length; i += SOME) {
    yield db.rows<Row>(sql, JSON.stringify(seqs.slice(i, i + SOME)));
    if (performance.now() - turn < LOOK_MS) continue;
    await setImmediate();
    turn = performance.now();
  }
}

function opened({ body, ...row }: Row): ToldRow {
  return { ...row, body: typeof body === "object" && body !== null ? inflateRawSync(body).toString("utf8") : body };
}
