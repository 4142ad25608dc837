import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { backupDatabase } from "./backup";
import { migrate } from "./migrate";
import { openStore } from "./open";
import { putSetting, readSetting } from "./setting/settings";

const modeOf = (path: string) => (statSync(path).mode & 0o777).toString(8);

test("nobody else on the host reads the database, what stands beside it, or a backup", async () => {
  const folder = mkdtempSync(join(tmpdir(), "haechi-files-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const dir = join(folder, "city");
  const [file, copy] = [join(dir, "city.db"), join(folder, "copy.db")];
  migrate(`file:${file}`);
  const store = await openStore(`file:${file}`);
  await store.write((tx) => putSetting(tx, "a", "b"));
  await backupDatabase(file, copy);
  expect(modeOf(dir)).toBe("700");
  for (const path of [file, `${file}-wal`, `${file}-shm`, copy]) expect([path, modeOf(path)]).toEqual([path, "600"]);
  await expect(backupDatabase(file, copy)).rejects.toThrow(/exists/);
  await store.close();
  const again = await openStore(`file:${copy}`);
  expect(await readSetting(again, "a")).toBe("b");
  await again.close();
});
