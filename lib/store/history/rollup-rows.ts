import type { HistoryDb } from "./history-db";
import { MINUTES, pageOf, pageStart, ROLLUPS, type RollupLevel } from "./level";
import { keptFrom, type Mark } from "./marks";
import { RollupPage } from "./rollup";
import { decodePage, encodePage } from "./rollup-codec";
import { cut, type Run } from "./run";

/** Readings a minute from which rollups of minutes are worth their room; below that the readings themselves are as few. */
const DENSE_PER_MINUTE = 2;

export function readPage(db: HistoryDb, stream: number, level: RollupLevel, page: number): RollupPage | null {
  const sql = 'SELECT "data" FROM "Rollup" WHERE "stream" = ? AND "level" = ? AND "page" = ?';
  const row = db.row<{ data: Buffer }>(sql, stream, level, page);
  return row ? decodePage(level, page, row.data) : null;
}

/** The pages first ≤ page ≤ last that there are, in order. */
export function* pagesBetween(db: HistoryDb, stream: number, level: RollupLevel, first: number, last: number) {
  const sql = `SELECT "page", "data" FROM "Rollup" WHERE "stream" = ? AND "level" = ? AND "page" >= ? AND "page" <= ?
    ORDER BY "page"`;
  for (const { page, data } of db.rows<{ page: number; data: Buffer }>(sql, stream, level, first, last))
    yield decodePage(level, page, data);
}

export function writePage(db: HistoryDb, stream: number, page: RollupPage): void {
  db.run(
    `INSERT INTO "Rollup" ("stream", "level", "page", "data") VALUES (?, ?, ?, ?)
     ON CONFLICT ("stream", "level", "page") DO UPDATE SET "data" = excluded."data"`,
    stream,
    page.level,
    page.page,
    encodePage(page),
  );
}

/**
 * Adds newly packed readings, in order, to the rollups of their stream; `mark` is as it was before them. Hours and days are
 * there for every stream. A page of minutes is begun where readings are dense and none of its time is packed yet: a page that
 * is there is whole, and where none is the readings answer.
 */
export function putRollups(db: HistoryDb, stream: number, added: Run, mark: Mark): void {
  for (const level of ROLLUPS) {
    for (let rest = added; rest.at.length > 0; ) {
      const number = pageOf(level, rest.at[0] ?? 0);
      const here = rest.at.findIndex((at) => pageOf(level, at) !== number);
      const part = here < 0 ? rest : cut(rest, 0, here);
      const page = openPage(db, stream, level, number, mark, added);
      if (page) {
        part.at.forEach((at, i) => {
          page.take(at, part.value[i] ?? 0);
        });
        writePage(db, stream, page);
      }
      rest = here < 0 ? cut(rest, rest.at.length) : cut(rest, here);
    }
  }
}

function openPage(
  db: HistoryDb,
  stream: number,
  level: RollupLevel,
  number: number,
  mark: Mark,
  added: Run,
): RollupPage | null {
  const start = pageStart(level, number);
  // what is no longer kept at this level does not come back for one reading
  if (start < keptFrom(mark, level)) return null;
  const stored = readPage(db, stream, level, number);
  if (stored || level !== MINUTES) return stored ?? new RollupPage(level, number);
  return start > mark.packedTo && dense(added) ? new RollupPage(level, number) : null;
}

function dense({ at }: Run): boolean {
  const minutes = ((at.at(-1) ?? 0) - (at[0] ?? 0)) / 60_000;
  return at.length >= 32 && at.length > DENSE_PER_MINUTE * minutes;
}
