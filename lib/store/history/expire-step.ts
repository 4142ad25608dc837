import { DAY } from "../../base/clock";
import type { Keep } from "../../kinds/keep";
import type { HistoryDb } from "./history-db";
import { DAYS, HOURS, MINUTES, pageOf, pageStart, type RollupLevel, slotOf, slotStart } from "./level";
import { type Mark, readMark, writeMark } from "./marks";
import { dropPacked, packedBetween } from "./packs";
import { RollupPage } from "./rollup";
import { readPage, writePage } from "./rollup-rows";
import { joined } from "./runs";

/**
 * Takes one day of a stream's readings away, or rollups, that are older than they are kept; what goes stays as minutes where
 * those are kept longer. False where nothing is old enough. `now` is the city's clock. Inside the store's turn.
 */
export function expireStep(db: HistoryDb, stream: number, keep: Keep, now: number): boolean {
  const mark = readMark(db, stream);
  return (
    expireDay(db, stream, mark, keep, now) ||
    expireRollups(db, stream, mark, MINUTES, now - keep.minutes * DAY) ||
    expireRollups(db, stream, mark, HOURS, now - keep.hours * DAY)
  );
}

/** One day more than they are kept: a reading that was young enough when it came in is never too old when it is packed. */
function expireDay(db: HistoryDb, stream: number, mark: Mark, keep: Keep, now: number): boolean {
  const end = slotStart(DAYS, slotOf(DAYS, now - (keep.readings + 1) * DAY));
  const oldest = db.row<{ at: number }>('SELECT min("start") AS "at" FROM "Pack" WHERE "stream" = ?', stream)?.at;
  if (oldest === undefined || oldest === null || oldest >= end) return false;
  const day = slotStart(DAYS, Math.max(slotOf(DAYS, oldest), slotOf(DAYS, Math.max(mark.rawFrom, oldest))));
  if (day >= end) return false;
  db.transaction(() => {
    if (keep.minutes > keep.readings) keepMinutes(db, stream, day, day + DAY);
    dropPacked(db, stream, day + DAY);
    writeMark(db, stream, { ...mark, rawFrom: day + DAY });
  });
  return true;
}

/** Minutes of a time (whole pages) that has none yet, from its readings. */
function keepMinutes(db: HistoryDb, stream: number, from: number, before: number): void {
  for (let number = pageOf(MINUTES, from); pageStart(MINUTES, number) < before; number++) {
    if (readPage(db, stream, MINUTES, number)) continue;
    const page = new RollupPage(MINUTES, number);
    const run = joined([...packedBetween(db, stream, pageStart(MINUTES, number), pageStart(MINUTES, number + 1) - 1)]);
    run.at.forEach((at, i) => {
      page.take(at, run.value[i] ?? 0);
    });
    if (run.at.length > 0) writePage(db, stream, page);
  }
}

function expireRollups(db: HistoryDb, stream: number, mark: Mark, level: RollupLevel, before: number): boolean {
  const page = pageOf(level, before);
  const older = 'FROM "Rollup" WHERE "stream" = ? AND "level" = ? AND "page" < ?';
  if (!db.row(`SELECT 1 ${older} LIMIT 1`, stream, level, page)) return false;
  db.transaction(() => {
    db.run(`DELETE ${older}`, stream, level, page);
    writeMark(db, stream, { ...mark, [level === MINUTES ? "minutesFrom" : "hoursFrom"]: pageStart(level, page) });
  });
  return true;
}
