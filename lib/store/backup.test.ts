import { existsSync, openSync, readdirSync, rmSync, statSync, writeSync } from "node:fs";
import { dirname, join } from "node:path";
import Database from "better-sqlite3";
import { expect, onTestFinished, test } from "vitest";
import { backupDatabase } from "./backup";
import { lockCity } from "./city-lock";
import type { Store } from "./open";
import { rescueDatabase } from "./rescue";
import { restoreDatabase } from "./restore";
import { putSetting } from "./setting/settings";
import { testStore } from "./test-store";

const rows = (file: string) => {
  const db = new Database(file, { readonly: true });
  const all = db.prepare('SELECT "at" FROM "Reading" ORDER BY "at"').pluck().all() as number[];
  db.close();
  return all;
};

async function commit(store: Store, from: number, count: number): Promise<void> {
  const json = JSON.stringify(Array.from({ length: count }, (_, n) => [from + n, 1, n]));
  await store.batch((w) => [
    w.$executeRaw`INSERT INTO "Reading"("at","stream","value") SELECT e.value->>0, e.value->>1, e.value->>2 FROM json_each(${json}) e`,
  ]);
}

/** A store with 100,000 readings, and the folder that it lies in. */
async function furnished() {
  const store = await testStore();
  for (let n = 0; n < 5; n++) await commit(store, n * 20_000, 20_000);
  return { store, folder: dirname(store.file) };
}

test("a copy is one state, begun once, while the city commits on", async () => {
  const { store, folder } = await furnished();
  const target = join(folder, "copy.db");
  const done: number[] = [];
  let at = 1_000_000;
  let going = true;
  const writing = (async () => {
    while (going) {
      await commit(store, at++, 1);
      await new Promise(setImmediate);
    }
  })();
  const { rows: counted, bytes } = await backupDatabase(store.file, target, (now) => done.push(now));
  going = false;
  await writing;
  const copied = rows(target);
  expect(done).toEqual(done.toSorted((a, b) => a - b));
  expect(copied.slice(0, 100_000)).toHaveLength(100_000);
  // every commit before the copy and none after: no gap
  expect(copied.slice(100_000)).toEqual(copied.slice(100_000).map((_, n) => 1_000_000 + n));
  expect(copied.length).toBeLessThan(rows(store.file).length);
  expect([counted > 100_000, bytes]).toEqual([true, statSync(target).size]);
  expect(readdirSync(folder).filter((name) => /partial|copy.db-/.test(name))).toEqual([]);
});

test("a backup takes the database's place in one step; what it replaces is kept; a newer or damaged one changes nothing", async () => {
  const { store, folder } = await furnished();
  const [file, backup] = [join(folder, "house", "city.db"), join(folder, "backup.db")];
  await backupDatabase(store.file, backup);
  const restore = (from = backup, stamp = "s") =>
    restoreDatabase({ file, backup: from, stamp, prepare: async () => undefined });
  expect(await restore()).toMatchObject({ kept: null, migrated: [] });
  const db = new Database(file);
  db.exec('DELETE FROM "Reading" WHERE "at" > 4');
  const open = restore();
  await expect(open).rejects.toThrow(/Another program has/);
  db.close();
  const { kept } = await restore();
  expect([rows(kept ?? "").length, rows(file).length]).toEqual([5, 100_000]);

  const damaged = join(folder, "damaged.db");
  await backupDatabase(store.file, damaged);
  damage(damaged);
  await expect(restore(damaged, "t")).rejects.toThrow(/cannot be restored.*Nothing was changed/);
  const newer = join(folder, "newer.db");
  await store.write(async (tx) => {
    await tx.$executeRaw`INSERT INTO "_prisma_migrations"(id, checksum, finished_at, migration_name, started_at, applied_steps_count) VALUES ('x', 'x', 1, '29990101_later', 1, 1)`;
  });
  await backupDatabase(store.file, newer);
  await expect(restore(newer, "t")).rejects.toThrow(/newer Haechi/);
  expect([existsSync(`${file}.before-restore-t`), rows(file).length]).toEqual([false, 100_000]);
});

test("nothing is restored under a city that runs", async () => {
  const { store, folder } = await furnished();
  const backup = join(folder, "backup.db");
  await backupDatabase(store.file, backup);
  const lock = await lockCity(store.file);
  onTestFinished(() => lock.release());
  const restoring = restoreDatabase({ file: store.file, backup, stamp: "s", prepare: async () => undefined });
  await expect(restoring).rejects.toThrow(/A city runs on/);
});

test("of a damaged database both ends of each table are saved", async () => {
  const { store, folder } = await furnished();
  await store.write((tx) => putSetting(tx, "a", "b"));
  const [broken, target] = [join(folder, "broken.db"), join(folder, "saved.db")];
  await backupDatabase(store.file, broken);
  damage(broken);
  const saved = rescueDatabase(broken, target);
  const readings = saved.find((s) => s.table === "Reading");
  expect(readings?.whole).toBe(false);
  const kept = rows(target);
  expect([kept[0], kept.at(-1), kept.length]).toEqual([0, 99_999, readings?.rows]);
  expect(kept.length).toBeGreaterThan(50_000);
  expect(saved.find((s) => s.table === "Setting")).toMatchObject({ whole: true });
  rmSync(target);
});

/** Overwrites pages in the middle of a file. */
function damage(file: string): void {
  const page = 4096;
  const half = Math.floor(statSync(file).size / page / 2);
  const bytes = openSync(file, "r+");
  for (let n = half; n < half + 4; n++) writeSync(bytes, Buffer.alloc(page, 7), 0, page, n * page);
}
