import { copyFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inject, onTestFinished } from "vitest";
import { openStore, type Store } from "./open";

/** A migrated, empty database for one test; it is gone when the test ends. */
export async function testStore(): Promise<Store> {
  const folder = mkdtempSync(join(tmpdir(), "haechi-test-"));
  const file = join(folder, "city.db");
  copyFileSync(inject("template"), file);
  const store = await openStore(`file:${file}`);
  onTestFinished(async () => {
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  });
  return store;
}
