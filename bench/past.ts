import { parseArgs } from "node:util";
import Database from "better-sqlite3";
import { cityOf } from "../lib/api/past-city";
import { DAY, HOUR, MINUTE } from "../lib/base/clock";
import { kinds } from "../lib/kinds/index";
import { Chronicle } from "../lib/live/chronicle";
import type { Store } from "../lib/store/open";
import { putTold } from "../lib/store/past/put-told";
import { toldAt } from "../lib/store/past/told-at";
import { latestAt } from "../lib/store/reading/latest-at";
import { listStreams } from "../lib/store/stream/list-streams";
import { count, line, ms, quantile } from "./figures";
import { fillLog } from "./history/fill";
import { openBench } from "./history/folder";
import { benchPacker, packAll } from "./history/pack";
import { happenings } from "./past-happenings";

const { values } = parseArgs({ options: { days: { type: "string", default: "30" } } });
const days = Math.min(90, Number(values.days));
const MOMENTS = 200;
const BOUND_MS = 1000;

const { store, all, ids } = await openBench("past");
const end = Math.floor(Date.now() / MINUTE) * MINUTE;
const start = end - days * DAY;
store.history.tails.forgetFrom(start - MINUTE);
const readings = fillLog(store.file, all, ids, start, start, end);
await packAll(store, benchPacker(store), end + 7 * HOUR, new Map());

const chronicle = new Chronicle([], 0, 0);
let told = 0;
for (const { at, content } of happenings(all, start, end)) {
  chronicle.take(at, content);
  if (++told % 500 === 0) await flush(store);
}
await flush(store);
line("readings, streams, days", `${count(readings)}`, `${all.length} streams, ${days} days`);
line("rows of what was told", count(rowsOf("Told")), `${count(rowsOf("ToldFrame"))} frames`);
line("bytes a row, with its index", `${(bytesOf("Told") / rowsOf("Told")).toFixed(0)} B`);

const took = { all: [] as number[], values: [] as number[], told: [] as number[], bare: [] as number[] };
const bare = new Database(store.file, { readonly: true });
const byKey = bare.prepare('SELECT "seq", "body" FROM json_each(?) e JOIN "Told" t ON t."seq" = e.value');
for (let i = 0; i < MOMENTS; i++) {
  const at = Math.round(start + (end - start) * ((i * 0.618) % 1));
  const began = performance.now();
  const newest = await latestAt(store, at);
  const read = performance.now();
  const rows = await toldAt(store, at);
  const known = performance.now();
  JSON.stringify(cityOf({ told: rows, values: newest, places: newest, streams: listStreams(store), kinds }));
  took.all.push(performance.now() - began);
  took.values.push(read - began);
  took.told.push(known - read);
  const seqs = JSON.stringify(rows.map((row) => row.seq));
  const alone = performance.now();
  byKey.all(seqs);
  took.bare.push(performance.now() - alone);
}
bare.close();
const of = (list: number[]) => [0.5, 0.99, 1].map((p) => ms(quantile(list, p))).join(" / ");
console.log(`\nThe whole city at ${MOMENTS} moments, p50 / p99 / longest`);
line("a moment, as JSON", of(took.all), `${quantile(took.all, 0.99) < BOUND_MS ? "within" : "BEYOND"} ${BOUND_MS} ms`);
line("    of it the newest readings", of(took.values));
line("    of it what was told", of(took.told));
line(
  "bare SQLite, the same rows by key",
  of(took.bare),
  `${(quantile(took.all, 0.5) / quantile(took.bare, 0.5)).toFixed(1)} times`,
);
await store.close();
process.exit(quantile(took.all, 0.99) < BOUND_MS ? 0 : 1);

async function flush(into: Store): Promise<void> {
  while (chronicle.busy)
    await putTold(
      into,
      () => chronicle.pending(),
      (written) => chronicle.written(written),
    );
}

function rowsOf(table: string): number {
  return store.history.reader.row<{ n: number }>(`SELECT count(*) AS n FROM "${table}"`)?.n ?? 0;
}

function bytesOf(table: string): number {
  const sql = `SELECT sum(s.pgsize) AS bytes FROM dbstat s JOIN sqlite_master m ON m.name = s.name
    WHERE m.tbl_name = ? AND s.aggregate = TRUE`;
  return store.history.reader.row<{ bytes: number }>(sql, table)?.bytes ?? 0;
}
