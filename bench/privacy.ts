// npm run bench:privacy: a record of a million rows, a fifth of them about cameras: what a row costs with and without being counted, and
// what the totals, a page of the report and the whole of it take, beside summing the record itself.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { DAY } from "../lib/base/clock";
import { viewSides } from "../lib/contract/privacy";
import { listViewEntries } from "../lib/store/camera-view/list-view-entries";
import { monthTotals, totalsSince, viewMonths } from "../lib/store/camera-view/view-totals";
import { migrate } from "../lib/store/migrate";
import { openStore } from "../lib/store/open";
import { count, line } from "./figures";
import { machineFacts } from "./machine";

const ROWS = Number(process.argv[2] ?? 1_000_000);
const SPAN_MS = 365 * DAY;
const END = Date.parse("2026-11-01T00:00:00+09:00");
const OF_TEN = ["camera.view.start", "camera.view.end", ...Array.from({ length: 8 }, () => "assignment.request")];
const purposes = ["verify-alert", "guide-responders", "protect-people", "record-damage"];

/** Row `n` of the record: every tenth begins a view, and the next ends it. */
function rowOf(n: number): (string | number)[] {
  const [group, action = ""] = [Math.floor(n / 10), OF_TEN[n % 10]];
  const cameraId = `camera-${group % 400}`;
  const detail = {
    viewId: `v${group}`,
    cameraId,
    incidentId: `i${group % 3000}`,
    purpose: purposes[group % 4],
    agencyId: ["police", "fire", null][group % 3],
    ...(action === "camera.view.end" && { seconds: group % 300 }),
  };
  const at = END - SPAN_MS + Math.floor((SPAN_MS * n) / ROWS);
  return [n + 1, at, `person:p${group % 60}@city`, action, `camera:${cameraId}`, JSON.stringify(detail), "h"];
}

function fill(file: string, counted: boolean): number {
  migrate(`file:${file}`);
  const db = new Database(file);
  if (!counted) db.exec('DROP TRIGGER "Audit_count_camera_views"');
  const insert = db.prepare('INSERT INTO "Audit" VALUES (?, ?, ?, ?, ?, ?, ?)');
  const began = performance.now();
  db.transaction(() => {
    for (let n = 0; n < ROWS; n++) insert.run(...rowOf(n));
  })();
  const took = performance.now() - began;
  db.close();
  return took;
}

/** Median of eleven, ms. */
async function timed(work: () => unknown): Promise<number> {
  const took: number[] = [];
  for (let i = 0; i < 11; i++) {
    const began = performance.now();
    await work();
    took.push(performance.now() - began);
  }
  return took.sort((a, b) => a - b)[5] ?? 0;
}

console.log("Haechi bench: views through cameras, counted as they are recorded");
for (const fact of machineFacts()) console.log(`  ${fact}`);
const folder = mkdtempSync(join(tmpdir(), "haechi-bench-privacy-"));
const file = join(folder, "city.db");
const bare = fill(join(folder, "bare.db"), false);
const withCounts = fill(file, true);
const looks = ROWS / 5;
const store = await openStore(`file:${file}`);
const { reader } = store;
const [newest] = await viewMonths(reader, 1);
const month = newest?.month ?? "";
const span = { from: END - 31 * DAY, to: END };
const all = await timed(async () => {
  await viewMonths(reader, 12);
  for (const side of ["purpose", "agency"] as const) await totalsSince(reader, "2025-12", side);
});
const sides = await timed(async () => {
  for (const side of viewSides) await monthTotals(reader, month, side, 201);
});
const page = await timed(() => listViewEntries(reader, span, 100));
const rare = await timed(() => listViewEntries(reader, { ...span, person: "person:nobody@city" }, 100));
const summed = await timed(
  () => reader.$queryRaw`SELECT strftime('%Y-%m', "at" / 1000 + 32400, 'unixepoch') AS "month", "detail" ->> 'purpose' AS "purpose",
    count(*) AS "views" FROM "Audit" WHERE "action" = 'camera.view.start' GROUP BY 1, 2`,
);
let last: Awaited<ReturnType<typeof listViewEntries>>[number] | undefined;
let told = 0;
const began = performance.now();
for (;;) {
  const entries = await listViewEntries(reader, { from: 0, to: END }, 500, last);
  told += entries.length;
  last = entries.at(-1);
  if (entries.length < 500) break;
}
const whole = performance.now() - began;
const counted = (await viewMonths(reader, 99)).reduce((sum, m) => sum + m.views, 0);
await store.close();
rmSync(folder, { recursive: true, force: true });

const ms = (value: number) => `${value < 10 ? value.toFixed(2) : value.toFixed(0)} ms`;
line("rows of the record", count(ROWS), `${count(looks)} of them about cameras`);
line("a row about a camera takes more, by", `${(((withCounts - bare) / looks) * 1000).toFixed(0)} µs`);
line("the record, counted / bare", `${(withCounts / bare).toFixed(2)}`);
line("public totals of twelve months", ms(all), `summing the record: ${ms(summed)}, ${count(summed / all)} times`);
line("a month's totals by all five sides", ms(sides));
line("a page of the report, 100 views", ms(page));
line("a month searched for somebody who is not in it", ms(rare));
line("all of the report, in pages of 500", `${(whole / 1000).toFixed(1)} s`, `${count(told)} views`);
const sound = counted === ROWS / 10 && told === ROWS / 10;
console.log(sound ? "  in order" : "  NOT in order");
process.exit(sound ? 0 : 1);
