import Database from "better-sqlite3";
import { HOUR, MINUTE } from "../lib/base/clock";
import { openHistory } from "../lib/store/history/history";
import { packStep } from "../lib/store/history/pack-step";

/** How far before now the newest prefilled reading lies: what a bench sends later is newer than all of it. */
const GAP_MS = 2 * HOUR;
/** What a running city has not packed yet. */
const LOG_MS = 6 * HOUR;

/**
 * Puts `rows` readings into a city's database before it opens, as a city has them that runs for long: every stream about once
 * a minute, all packed by stream but for the last six hours, which are in the log. One stream goes through the city's own
 * packer and is copied for the others, so that fifty million take seconds. Only for a file that nobody has open.
 */
export function prefill(file: string, rows: number, now = Date.now()): void {
  const db = new Database(file);
  db.pragma("synchronous = OFF");
  db.pragma("cache_size = -100000");
  const streams = db.prepare('SELECT "id" FROM "Stream" ORDER BY "id"').pluck().all() as number[];
  const newest = Math.floor((now - GAP_MS) / MINUTE) * MINUTE;
  const steps = Math.ceil(rows / streams.length);
  const inLog = Math.min(steps, LOG_MS / MINUTE);
  const [first] = streams;
  if (first === undefined) return;
  packOne(file, first, newest - steps * MINUTE, steps - inLog);
  db.transaction(() => {
    for (const sql of COPIES) db.prepare(sql).run({ first });
    db.prepare(LOG).run({ last: inLog - 1, newest });
    db.prepare(LATEST).run({ newest });
  })();
  db.pragma("wal_checkpoint(TRUNCATE)");
  db.close();
}

function packOne(file: string, stream: number, start: number, count: number): void {
  const history = openHistory(file, () => undefined);
  history.tails.loadedTo = Number.POSITIVE_INFINITY;
  for (let i = 0; i < count; i++)
    history.tails.push(start + (i + 1) * MINUTE + noise(i, 800), stream, 10 + noise(~i, 30));
  while (packStep(history, stream) > 0);
  history.close();
}

/** A number from 0 to below `most` that looks like chance. */
function noise(i: number, most: number): number {
  let x = Math.imul(i ^ 0x9e3779b9, 0x85ebca6b);
  x = Math.imul(x ^ (x >>> 13), 0xc2b2ae35);
  return ((x ^ (x >>> 16)) >>> 0) % most;
}

const OTHERS =
  'CROSS JOIN (SELECT "id" FROM "Stream" WHERE "id" <> @first) s WHERE p."stream" = @first ORDER BY s."id"';
const COPIES = [
  `INSERT INTO "Pack" SELECT s."id", p."start", p."end", p."count", p."data" FROM "Pack" p ${OTHERS}, p."start"`,
  `INSERT INTO "Rollup" SELECT s."id", p."level", p."page", p."data" FROM "Rollup" p ${OTHERS}, p."level", p."page"`,
  `INSERT INTO "HistoryMark" SELECT s."id", p."packedTo", p."rawFrom", p."minutesFrom", p."hoursFrom" FROM "HistoryMark" p ${OTHERS}`,
];
const LOG = `WITH RECURSIVE step(n) AS (SELECT @last UNION ALL SELECT n - 1 FROM step WHERE n > 0)
  INSERT INTO "Reading"("at", "stream", "value") SELECT @newest - n * ${MINUTE}, s."id", 10 + (s."id" * 7 + n) % 30
  FROM step CROSS JOIN (SELECT "id" FROM "Stream" ORDER BY "id") s`;
const LATEST = `INSERT INTO "Latest"("at", "stream", "value") SELECT @newest, "id", 10 + ("id" * 7) % 30 FROM "Stream" WHERE true
  ON CONFLICT DO NOTHING`;
