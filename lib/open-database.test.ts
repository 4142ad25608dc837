import { copyFileSync, mkdtempSync, openSync, rmSync, statSync, writeSync } from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";
import { pino } from "pino";
import { expect, inject, onTestFinished, test } from "vitest";
import { wallClock } from "./base/clock";
import { TEST_HOME } from "./base/test-home";
import { openDatabase } from "./open-database";
import { INTEGRITY, type Integrity } from "./store/integrity";
import { readSetting } from "./store/setting/settings";

function house() {
  const folder = mkdtempSync(join(TEST_HOME, "haechi-house-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const file = join(folder, "city.db");
  copyFileSync(inject("template"), file);
  const wall = { now: () => Date.parse("2026-08-01T00:00:00Z") };
  const open = (now = wall.now()) =>
    openDatabase({ url: `file:${file}`, clock: wallClock, wall: { now: () => now }, log: pino({ level: "silent" }) });
  const reasonOf = async (opened: Awaited<ReturnType<typeof open>>) => {
    const { at, reason } = JSON.parse((await readSetting(opened.store, INTEGRITY)) ?? "{}") as Integrity;
    return [reason, at];
  };
  return { file, open, reasonOf, now: wall.now() };
}

const DAY = 86_400_000;

test("a database is checked once a week and after a city that did not stop in order", async () => {
  const { file, open, reasonOf, now } = house();
  const steps: unknown[] = [];
  for (const at of [now, now + DAY, now + 8 * DAY]) {
    const opened = await open(at);
    steps.push(await reasonOf(opened));
    await opened.close();
  }
  // what a crash leaves behind
  const db = new Database(file);
  db.exec(`INSERT INTO "Setting" VALUES ('city-running', '1')`);
  db.close();
  const opened = await open(now + 9 * DAY);
  steps.push(await reasonOf(opened));
  await opened.close();
  expect(steps).toEqual([
    ["due", now],
    ["due", now],
    ["due", now + 8 * DAY],
    ["unclean", now + 9 * DAY],
  ]);
});

test("a city does not start on a damaged database, and says what to do", async () => {
  const { file, open } = house();
  const page = 4096;
  const half = Math.floor(statSync(file).size / page / 2);
  const bytes = openSync(file, "r+");
  for (let n = half; n < half + 8; n++) writeSync(bytes, Buffer.alloc(page, 7), 0, page, n * page);
  await expect(open()).rejects.toThrow(/does not start on the database .*damaged: restore a backup/s);
  await expect(open()).rejects.toThrow(/damaged/);
});

test("says which folder it cannot keep its database in", async () => {
  const { file } = house();
  const parts = { clock: wallClock, wall: wallClock, log: pino({ level: "silent" }) };
  await expect(openDatabase({ url: `file:${file}/under-a-file/city.db`, ...parts })).rejects.toThrow(
    /Set HAECHI_DIR to/,
  );
});

test("one city runs on a database; the next may when it has ended", async () => {
  const { open } = house();
  const first = await open();
  await expect(open()).rejects.toThrow(/A city runs on .* already/);
  await first.close();
  await (await open()).close();
});
