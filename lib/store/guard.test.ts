import { renameSync } from "node:fs";
import Database from "better-sqlite3";
import { expect, it, onTestFinished } from "vitest";
import type { Storage } from "../contract/storage";
import { StorageGuard } from "./guard";
import type { Look } from "./look";
import type { Store } from "./open";
import { putSetting } from "./setting/settings";
import { refuseWrites, testStore } from "./test-store";

const note = (store: Store, value: string) => store.write((tx) => putSetting(tx, "a", value));
const commit = (store: Store) => store.batch((w) => [w.$executeRaw`INSERT INTO "Reading" VALUES (1, 1, 1)`]);
const unavailable = (storage: string) => ({ code: "storage-unavailable", detail: { storage } });
const pragma = (store: Store, text: string) => store.library.$queryRawUnsafe(`PRAGMA ${text}`);

it("refuses with a code whoever would write, and stores again by itself when the database lets it", async () => {
  const store = await testStore();
  const told: Storage[] = [];
  store.guard.listen((storage) => told.push(storage));
  await refuseWrites(store, true);
  await expect(commit(store)).rejects.toMatchObject(unavailable("read-only"));
  await expect(note(store, "b")).rejects.toMatchObject(unavailable("read-only"));
  await expect(store.library.setting.create({ data: { key: "c", value: "" } })).rejects.toMatchObject(
    unavailable("read-only"),
  );
  await store.tend();
  expect(store.guard.storage.state).toBe("read-only");
  await refuseWrites(store, false);
  await expect(commit(store)).rejects.toMatchObject(unavailable("read-only"));
  await store.tend();
  await commit(store);
  expect(told.map((t) => [t.state, t.since === null])).toEqual([
    ["read-only", false],
    ["ok", true],
  ]);
});

it("is full when SQLite says so, and stays full while only a small row finds room", async () => {
  const store = await testStore();
  const [{ page_count: pages }] = (await pragma(store, "page_count")) as [{ page_count: bigint }];
  await pragma(store, `max_page_count = ${Number(pages) + 2}`);
  await expect(store.write((tx) => putSetting(tx, "a", "x".repeat(100_000)))).rejects.toMatchObject(
    unavailable("full"),
  );
  await note(store, "small");
  await store.tend();
  expect(store.guard.storage.state).toBe("full");
  await pragma(store, "max_page_count = 1000000");
  await store.tend();
  expect(store.guard.storage).toEqual({ state: "ok", since: null });
});

it("does not wait for ever for a program that holds the database, and goes on when it lets go", async () => {
  const store = await testStore({ busyMs: 5, patienceMs: 10 });
  const other = new Database(store.file);
  onTestFinished(() => void other.close());
  other.exec("BEGIN IMMEDIATE");
  await expect(commit(store)).rejects.toMatchObject(unavailable("locked"));
  other.exec("ROLLBACK");
  await store.tend();
  await commit(store);
});

it("never writes on into a file that is not the city's any more", async () => {
  const store = await testStore();
  await store.tend();
  renameSync(store.file, `${store.file}.taken`);
  await store.tend();
  renameSync(`${store.file}.taken`, store.file);
  await store.tend();
  await expect(note(store, "b")).rejects.toMatchObject(unavailable("moved"));
});

const roomy: Look = {
  diskBytes: 1e9,
  freeBytes: 9e8,
  databaseBytes: 1,
  walBytes: 1,
  writable: true,
  inPlace: true,
};

it("keeps a reserve for people: readings stop before the disk is full, and go on when there is twice as much", async () => {
  let look = roomy;
  const guard = new StorageGuard({
    now: () => 7,
    look: async () => look,
    mayTouch: () => true,
    probe: async () => undefined,
  });
  const seen: string[] = [];
  for (const freeBytes of [3e7, 1e7, 3e7, 5e7]) {
    look = { ...roomy, freeBytes };
    await guard.tend();
    seen.push(guard.storage.state);
  }
  expect(seen).toEqual(["ok", "full", "full", "ok"]);
});

it("does not go on by itself on a database that is damaged", async () => {
  const guard = new StorageGuard({
    now: () => 7,
    look: async () => roomy,
    mayTouch: () => true,
    probe: async () => undefined,
  });
  const damage = Object.assign(new Error("database disk image is malformed"), { code: "SQLITE_CORRUPT_INDEX" });
  await expect(guard.read(() => Promise.reject(damage))).rejects.toMatchObject(unavailable("corrupt"));
  await guard.tend();
  await expect(guard.act(async () => 1)).rejects.toMatchObject(unavailable("corrupt"));
});
