// npm run bench:disk: what a backup costs while the city takes in readings, and how far SQLite's log grows, also behind a reader that stays open.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { copyFileSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";
import type { Health } from "../lib/contract/city";
import { type BenchCity, benchCity } from "./city";
import { count, line, ms, quantile } from "./figures";
import { machineFacts } from "./machine";
import { closeStreet, openStreet, type Sender, saturate, trickle } from "./street";

const DEVICES = 200;
const ROWS = Number(process.env.BENCH_ROWS ?? 5_000_000);
const RATE = 5000;
const CALM_MS = 8000;
const HELD_MS = 15_000;

const mb = (bytes: number) => `${(bytes / 1024 / 1024).toFixed(1)} MB`;
const sizeOf = (file: string) => statSync(file, { throwIfNoEntry: false })?.size ?? 0;

/** The largest that SQLite's log was while `work` ran. */
async function watchLog<T>(city: BenchCity, work: () => Promise<T>): Promise<{ done: T; most: number }> {
  const log = join(city.dir, "city.db-wal");
  let most = sizeOf(log);
  const timer = setInterval(() => {
    most = Math.max(most, sizeOf(log));
  }, 20);
  try {
    return { done: await work(), most };
  } finally {
    clearInterval(timer);
  }
}

/** `npm run haechi -- backup`, without npm: how long it took and what it said. */
async function backup(city: BenchCity, target: string): Promise<{ tookMs: number; said: string }> {
  const began = performance.now();
  const args = ["--import", "tsx", "lib/cli/main.ts", "backup", target];
  const command = spawn(process.execPath, args, { env: { ...process.env, HAECHI_DIR: city.dir } });
  let said = "";
  for (const stream of [command.stdout, command.stderr])
    stream.on("data", (chunk: Buffer) => {
      said += chunk;
    });
  const [status] = (await once(command, "close")) as [number];
  if (status !== 0) throw new Error(`The backup ended with ${status}: ${said}`);
  return { tookMs: performance.now() - began, said };
}

async function whileBackup(city: BenchCity, senders: Sender[], target: string) {
  const took: number[] = [];
  let copied = false;
  const copying = backup(city, target).finally(() => {
    copied = true;
  });
  while (!copied) took.push(...(await trickle(senders, RATE, 500)));
  return { ...(await copying), took };
}

/** A copy by the system, and SQLite's check of it: what a backup cannot be faster than. */
function bare(city: BenchCity, target: string): { copyMs: number; checkMs: number } {
  const began = performance.now();
  copyFileSync(join(city.dir, "city.db"), target);
  const copied = performance.now();
  const db = new Database(target);
  db.pragma("journal_mode = DELETE");
  db.pragma("quick_check");
  db.close();
  return { copyMs: copied - began, checkMs: performance.now() - copied };
}

async function heldLog(city: BenchCity, senders: Sender[]) {
  const reader = new Database(join(city.dir, "city.db"), { readonly: true });
  reader.exec("BEGIN");
  reader.prepare('SELECT count(*) FROM "Setting"').get();
  const held = await watchLog(city, () => saturate(senders, 100, HELD_MS));
  const { concerns } = (await (await fetch(`${city.url}/api/health`)).json()) as Health;
  reader.exec("COMMIT");
  reader.close();
  const after = await trickle(senders, RATE, 3000);
  return { rate: held.done, most: held.most, concerns, after, end: sizeOf(join(city.dir, "city.db-wal")) };
}

console.log("Haechi bench: the disk");
for (const fact of machineFacts()) console.log(`  ${fact}`);
const city = await benchCity({ devices: DEVICES, rows: ROWS });
const target = join(city.dir, "backup.db");
try {
  const senders = await openStreet(city.url, city.keys);
  await saturate(senders, 10, 2000);
  const calm = await watchLog(city, () => trickle(senders, RATE, CALM_MS));
  const copy = await watchLog(city, () => whileBackup(city, senders, target));
  const plain = bare(city, join(city.dir, "plain.db"));
  const p = (took: number[]) => `${ms(quantile(took, 0.5))} / ${ms(quantile(took, 0.99))}`;
  console.log(`\nA backup at ${count(RATE)} readings/s, ${count(ROWS)} readings stored before`);
  line("copied and checked in", ms(copy.done.tookMs), copy.done.said.split("\n")[0]);
  line("the file", mb(sizeOf(target)));
  line("bare copy, and quick_check of it", `${ms(plain.copyMs)} + ${ms(plain.checkMs)}`);
  line("acknowledged, p50 / p99, calm", p(calm.done));
  line("acknowledged, p50 / p99, meanwhile", p(copy.done.took));
  line("the log at most, calm", mb(calm.most));
  line("the log at most, meanwhile", mb(copy.most));
  const held = await heldLog(city, senders);
  console.log(`\nA reader from outside that stays open for ${HELD_MS / 1000} s, at full rate`);
  line("readings/s", count(held.rate));
  line("the log at most", mb(held.most), `health says: ${held.concerns.join(", ") || "nothing"}`);
  line("the log 3 s after it let go", mb(held.end));
  line("acknowledged after it, p50 / p99 / most", `${p(held.after)} / ${ms(Math.max(...held.after))}`);
  closeStreet(senders);
} finally {
  await city.stop();
  rmSync(target, { force: true });
}
process.exit(0);
