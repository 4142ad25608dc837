import { copyFileSync, mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import { inject, onTestFinished } from "vitest";
import { TEST_HOME } from "../base/test-home";
import { type OpenOptions, openStore, type Store } from "./open";

/** Lets SQLite itself refuse every write of this store with SQLITE_READONLY, or take them again. */
export async function refuseWrites(store: Store, refuse: boolean): Promise<void> {
  await store.library.$queryRawUnsafe(`PRAGMA query_only = ${refuse ? "ON" : "OFF"}`);
}

/** A migrated, empty database for one test; it is gone when the test ends, or when it is closed. */
export async function testStore(options: OpenOptions = {}): Promise<Store> {
  const folder = mkdtempSync(join(TEST_HOME, "haechi-test-"));
  const file = join(folder, "city.db");
  copyFileSync(inject("template"), file);
  const store = await openStore(`file:${file}`, options);
  // a test may use hundreds: what it closed must not be held until it ends
  let leave: (() => Promise<void>) | null = store.close;
  const close = async () => {
    const left = leave?.();
    leave = null;
    await left;
    rmSync(folder, { recursive: true, force: true });
  };
  onTestFinished(close);
  return Object.assign(store, { close });
}
