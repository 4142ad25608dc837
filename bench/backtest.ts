// npm run bench:backtest: a rule tried on 30 days of 250 gauges, beside a bare loop over the same readings in memory.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { koreaPack } from "../lib/analyze/pack/korea";
import type { WatchedDevice } from "../lib/analyze/plan";
import { runBacktest } from "../lib/api/run-backtest";
import { DAY, MINUTE } from "../lib/base/clock";
import { kinds } from "../lib/kinds/index";
import { addDevices } from "../lib/store/device/add-devices";
import { migrate } from "../lib/store/migrate";
import { openStore, type Store } from "../lib/store/open";
import { replayReadings } from "../lib/store/reading/replay-readings";
import { loadStreams } from "../lib/store/stream/load-streams";
import { count, line, perSecond } from "./figures";
import { benchPacker, packAll } from "./history/pack";
import { machineFacts } from "./machine";

const DEVICES = 250;
const DAYS_TRIED = 30;
const LIMIT_MS = 3000;
const TO = Date.parse("2026-07-31T00:00:00+09:00");
const FROM = TO - DAYS_TRIED * DAY;

const rule = koreaPack.find((r) => r.scope.kind === "street-flood" && r.measure.type === "value");
if (!rule) throw new Error("the pack has a rule for street floods");

/** A city of 250 street gauges whose readings of 31 days are packed by the product's own packer. */
async function city(everyMs: number): Promise<{ store: Store; devices: WatchedDevice[]; close(): Promise<void> }> {
  const folder = mkdtempSync(join(tmpdir(), "haechi-bench-backtest-"));
  const file = join(folder, "city.db");
  migrate(`file:${file}`);
  const store = await openStore(`file:${file}`);
  const base = { kind: "street-flood", lat: 37.5, lon: 127, zone: "street", class: 0, properties: {}, keyCipher: "" };
  const rest = { simulated: true, keepAliveMs: everyMs, createdAt: 0, retiredAt: null, lastSeenAt: null, status: null };
  await store.write((tx) =>
    addDevices(
      tx,
      Array.from({ length: DEVICES }, (_, i) => [{ ...base, ...rest, id: `g${i}`, name: `g${i}` }, ["water-depth"]]),
    ),
  );
  const streams = (await loadStreams(store, kinds)).filter((s) => s.name === "water-depth");
  fill(
    file,
    streams.map((s) => s.id),
    everyMs,
  );
  // written by another line than the city's: the city learns that it is on the disk alone
  store.history.tails.forgetFrom(FROM - 2 * DAY);
  await packAll(store, benchPacker(store), TO, new Map());
  const devices = streams.map((s) => ({
    ...base,
    id: s.deviceId,
    streams: [
      {
        key: s.id,
        name: s.name,
        plausible: kinds.get("street-flood")?.streams[0]?.plausible,
        staleAfterMs: 3 * everyMs,
      },
    ],
  }));
  const close = async () => {
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  };
  return { store, devices, close };
}

/** Dry for most of the time, and now and then a flood that rises and falls over hours. */
function fill(file: string, streams: readonly number[], everyMs: number): void {
  const db = new Database(file);
  const insert = db.prepare('INSERT INTO "Reading"("at","stream","value") VALUES (?, ?, ?)');
  db.transaction(() => {
    for (let at = FROM - DAY; at < TO; at += everyMs)
      for (const stream of streams) {
        const phase = (at / MINUTE + stream * 977) % 7000;
        insert.run(
          at,
          stream,
          phase < 300 ? Math.round(Math.sin((phase / 300) * Math.PI) * 260) : (stream + at / everyMs) % 6,
        );
      }
  })();
  db.exec('INSERT INTO "Latest"("at","stream","value") SELECT max("at"), "stream", 0 FROM "Reading" GROUP BY "stream"');
  db.close();
}

async function bare(store: Store, devices: readonly WatchedDevice[]): Promise<number> {
  const raise = rule?.raise ?? 0;
  const streams = devices.flatMap((d) => d.streams.map((s) => Number(s.key)));
  let over = 0;
  for await (const { count: n, value } of replayReadings(store, streams, FROM, TO))
    for (let i = 0; i < n; i++) if ((value[i] ?? 0) >= raise) over++;
  return over;
}

console.log("Haechi bench: a rule tried before it is saved");
for (const fact of machineFacts()) console.log(`  ${fact}`);
let slow = false;
for (const [name, everyMs] of [
  ["every 10 minutes", 10 * MINUTE],
  ["every 2 minutes", 2 * MINUTE],
  ["every minute", MINUTE],
] as const) {
  const { store, devices, close } = await city(everyMs);
  const began = performance.now();
  await bare(store, devices);
  const bareMs = performance.now() - began;
  let steps = 0;
  const progress = () => {
    steps++;
  };
  const asked = { store, devices, zones: [], rule, present: { ...rule, raise: rule.raise * 1.2 }, from: FROM, to: TO };
  const test = await runBacktest({ ...asked, signal: new AbortController().signal, progress });
  line(
    `${DAYS_TRIED} days of ${DEVICES} gauges, ${name}`,
    `${(test.tookMs / 1000).toFixed(2)} s`,
    `${count(test.readings)} readings, ${count(perSecond(test.readings, test.tookMs))}/s, two rules, ${steps} steps of progress`,
  );
  line(
    "  a bare loop over the same readings",
    `${(bareMs / 1000).toFixed(2)} s`,
    `the backtest: ${(test.tookMs / bareMs).toFixed(1)} times it`,
  );
  line(
    "  would have raised, new and present rule",
    `${test.counts.now} / ${test.counts.before}`,
    `${test.counts.gone} gone, ${test.counts.added} added`,
  );
  // the pace of the kind that is tried: the others show what more readings cost
  if (everyMs === 10 * MINUTE) slow = test.tookMs > LIMIT_MS;
  await close();
}
console.log(slow ? "  NOT in order" : "  in order");
process.exit(slow ? 1 : 0);
