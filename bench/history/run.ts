import { parseArgs } from "node:util";
import { DAY, HOUR, MINUTE } from "../../lib/base/clock";
import type { Store } from "../../lib/store/open";
import { commitReadings, noFacts } from "../../lib/store/reading/commit-readings";
import { findExisting } from "../../lib/store/reading/find-existing";
import { readSeries } from "../../lib/store/reading/series";
import { count, line, ms } from "../figures";
import { bareCharts, POINTS, SPANS, type Timing, timeCharts } from "./charts";
import { dueRows, fillLog } from "./fill";
import { openBench } from "./folder";
import { httpCharts } from "./http";
import { benchPacker, fileRoom, packAll, reportSteps, roomOf, type Took } from "./pack";
import { pastQuestions, tailMemory } from "./past";
import { type Late, truthOf, unequal, type Window } from "./truth";

const FULL = 50_000_000;
const { values } = parseArgs({ options: { readings: { type: "string", default: String(FULL) } } });
const wanted = Number(values.readings);
const FRESH_BYTES = 30;
const PACKED_BYTES = 6;
const CHART_MS = 50;
const SLICE = 10 * DAY;
const LIVE = 2 * HOUR;

const broken: string[] = [];
function bound(name: string, figure: number, most: number, unit: string): void {
  line(name, `${figure.toFixed(2)} ${unit}`, `${figure <= most ? "within" : "BEYOND"} ${most} ${unit}`);
  if (!(figure <= most)) broken.push(name);
}

const { url, store, all, ids } = await openBench("history");
const span = Math.round((365 * DAY * Math.min(1, wanted / FULL)) / HOUR) * HOUR;
const end = Math.floor(Date.now() / MINUTE) * MINUTE;
const start = end - span;

const packer = benchPacker(store);
const took: Took = new Map();
const before = fileRoom(store).bytes;
let stored = 0;
let highest = 0;
const began = performance.now();
for (let from = start; from < end - LIVE; from += SLICE) {
  const to = Math.min(end - LIVE, from + SLICE);
  // written by another line than the city's: the city learns that it is on the disk alone
  store.history.tails.forgetFrom(from - MINUTE);
  stored += fillLog(store.file, all, ids, start, from, to);
  await packAll(store, packer, to + 7 * HOUR, took);
  highest = Math.max(highest, fileRoom(store).bytes);
  const rest = ((performance.now() - began) / (to - start)) * (end - to);
  process.stderr.write(`\r  ${count(stored)} readings packed, about ${Math.ceil(rest / 1000)} s to go   `);
}
process.stderr.write("\r");

/** The last two hours as the city takes them: committed, in memory, not packed. */
async function speak(rows: ReturnType<typeof dueRows>): Promise<void> {
  for (let i = 0; i < rows.length; i += 500) {
    const part = rows.slice(i, i + 500);
    await commitReadings(store, { ...noFacts, fresh: part, latest: part });
  }
  stored += rows.length;
}
await speak(dueRows(all, ids, start, end - LIVE, end));

console.log(
  `\n${count(stored)} readings of ${all.length} streams over ${Math.round(span / DAY)} days, packed in small steps`,
);
const rooms = roomOf(store);
const log = rooms.find((room) => room.table === "Reading")?.bytes ?? Number.NaN;
bound("fresh, bytes a reading in the log", log / store.history.tails.total, FRESH_BYTES, "B");
bound(
  "packed, bytes a reading, all tables and indexes",
  rooms.reduce((sum, r) => sum + r.bytes, 0) / stored,
  PACKED_BYTES,
  "B",
);
for (const { table, bytes } of rooms) line(`    ${table}`, `${(bytes / stored).toFixed(3)} B`, count(bytes));
const file = fileRoom(store);
line(
  "file, bytes a reading with free pages",
  `${((file.bytes - before) / stored).toFixed(2)} B`,
  `${count(file.free)} free to be used again; at most ${count(highest)} while packing`,
);

reportSteps(packer.packed, took);

async function chart(name: string, timing: Timing): Promise<void> {
  bound(`${name}, p99`, timing.p99, CHART_MS, "ms");
  line("", "", `p50 ${ms(timing.p50)}, up to ${count(timing.points)} points`);
}
console.log(
  `\nCharts of one stream at ${count(POINTS)} points, ${all.length} streams in turn, the dense one every tenth time`,
);
const bare = bareCharts(all.at(-1) ?? fail(), all.length - 1, start, end);
for (const { name, ms: spanMs } of SPANS) {
  const ask = async (deviceId: string, stream: string, from: number, to: number) =>
    (await readSeries(store, { deviceId, stream, from, to, points: POINTS }))?.length ?? 0;
  await chart(name, await timeCharts(all, spanMs, end, 400, (s, from, to) => ask(s.device, s.stream, from, to)));
  const alone = bare.get(name);
  if (alone !== undefined) line("", "", `bare SQLite over the dense stream's own rows: ${ms(alone)}`);
}

console.log("\nEqual to the plain list of the readings");
const late = await sendLate(store);
const places = [...Array.from({ length: 9 }, (_, i) => i * 47), 400, 410, all.length - 1];
const windows: Window[] = [
  ...SPANS.map(({ ms: spanMs }) => ({ from: end - spanMs + 1, to: end, points: POINTS })),
  { from: start + 17 * HOUR + 13, to: start + 3 * DAY + 777, points: 700 },
  { from: end - 31 * MINUTE, to: end - MINUTE, points: 300 },
  { from: start, to: end, points: 24 },
];
async function compare(name: string): Promise<void> {
  let wrong = 0;
  for (const place of places) {
    const source = all[place] ?? fail();
    wrong += await unequal(store, source, truthOf(source, place, start, end, late), windows);
  }
  line(name, wrong === 0 ? "equal" : `${wrong} DIFFER`, `${places.length * windows.length} charts`);
  if (wrong > 0) broken.push(name);
}
await compare("with late readings beside the packs");
await packAll(store, packer, end + 8 * HOUR, took);
await packAll(store, packer, end + 16 * HOUR, took);
await compare("with late readings packed");
const keys = late.map(({ place, at }): [number, number] => [at, ids[place] ?? 0]);
const known = await findExisting(store, keys);
line("late readings known when they come again", `${known.size} of ${late.length}`);
if (known.size !== late.length) broken.push("late readings are known");

/** Readings of long ago, where packs are. */
async function sendLate(into: Store): Promise<Late[]> {
  const made = Array.from({ length: 500 }, (_, i) => {
    const place = i % 2 ? (i * 31) % all.length : all.length - 1;
    return { place, at: start + Math.floor((span * ((i * 0.618) % 1)) / MINUTE) * MINUTE + 31_501, value: i / 10 };
  });
  await commitReadings(into, { ...noFacts, late: made.map(({ place, at, value }) => [at, ids[place] ?? 0, value]) });
  return made;
}

console.log("\nOther questions about the past");
await pastQuestions(store, ids, end);
tailMemory();
await store.close();
console.log("\nThe same charts over HTTP, from a city of its own on this database");
for (const [name, timing] of await httpCharts(url, all, end)) await chart(name, timing);
console.log(broken.length ? `\nBroken: ${broken.join("; ")}` : "\nEvery bound holds.");
process.exit(broken.length ? 1 : 0);

function fail(): never {
  throw new Error("The mix has no such stream.");
}
