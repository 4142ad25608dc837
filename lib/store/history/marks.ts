import type { HistoryDb } from "./history-db";
import { DAYS, HOURS, type Level, MINUTES, RAW } from "./level";

/** How far a stream is packed and from when on each level of it is kept, UTC ms. */
export type Mark = { packedTo: number; rawFrom: number; minutesFrom: number; hoursFrom: number };
type Row = { packedTo: number; rawFrom: number | null; minutesFrom: number | null; hoursFrom: number | null };

const never = Number.NEGATIVE_INFINITY;
const unpacked: Mark = { packedTo: never, rawFrom: never, minutesFrom: never, hoursFrom: never };

/** From when on a level is whole; days are kept for ever. */
export function keptFrom(mark: Mark, level: Level): number {
  return { [RAW]: mark.rawFrom, [MINUTES]: mark.minutesFrom, [HOURS]: mark.hoursFrom, [DAYS]: never }[level];
}

export function readMark(db: HistoryDb, stream: number): Mark {
  const row = db.row<Row>(
    'SELECT "packedTo", "rawFrom", "minutesFrom", "hoursFrom" FROM "HistoryMark" WHERE "stream" = ?',
    stream,
  );
  if (!row) return unpacked;
  const { packedTo, rawFrom, minutesFrom, hoursFrom } = row;
  return { packedTo, rawFrom: rawFrom ?? never, minutesFrom: minutesFrom ?? never, hoursFrom: hoursFrom ?? never };
}

/** How far every stream is packed that has a pack. */
export function allPackedTo(db: HistoryDb): Map<number, number> {
  const rows = db.rows<{ stream: number; packedTo: number }>('SELECT "stream", "packedTo" FROM "HistoryMark"');
  return new Map(rows.map((row) => [row.stream, row.packedTo]));
}

export function writeMark(db: HistoryDb, stream: number, mark: Mark): void {
  const stored = (at: number) => (at === never ? null : at);
  db.run(
    `INSERT INTO "HistoryMark" ("stream", "packedTo", "rawFrom", "minutesFrom", "hoursFrom") VALUES (?, ?, ?, ?, ?)
     ON CONFLICT ("stream") DO UPDATE SET "packedTo" = excluded."packedTo", "rawFrom" = excluded."rawFrom",
     "minutesFrom" = excluded."minutesFrom", "hoursFrom" = excluded."hoursFrom"`,
    stream,
    mark.packedTo,
    stored(mark.rawFrom),
    stored(mark.minutesFrom),
    stored(mark.hoursFrom),
  );
}
