import { basename } from "node:path";
import { Command } from "commander";
import { wallClock } from "../base/clock";
import { readEnv } from "../env";
import { writeAudit } from "../guard/audit";
import { openKey } from "../guard/device-key";
import { readSecrets } from "../guard/secrets";
import { loadDevices } from "../store/device/load-devices";
import { CITY_RUNNING, INTEGRITY, type Integrity } from "../store/integrity";
import { databaseFile, openStore, type Store } from "../store/open";
import { restoreDatabase } from "../store/restore";
import { dropSetting, putSetting } from "../store/setting/settings";
import { carryFiles, filesBeside } from "../store/upload/carry-files";
import type { Terminal } from "./open-city";
import { size } from "./size";

export function restoreCommand(terminal: Terminal): Command {
  return new Command("restore")
    .description(
      "Put a backup in the place of the database, and the files of FILE.files into HAECHI_DIR; the city must not run, and the replaced database is kept",
    )
    .argument("<file>", "a file that `backup` made")
    .action((file: string) => restore(terminal, file));
}

async function restore(terminal: Terminal, backup: string): Promise<void> {
  const { databaseUrl, dir } = readEnv();
  const file = databaseFile(databaseUrl);
  const now = wallClock.now();
  const stamp = new Date(now).toISOString().slice(0, 19).replace(/[:T]/g, "-");
  let opens = true;
  const prepare = async (copy: string): Promise<void> => {
    const store = await openStore(`file:${copy}`);
    try {
      opens = await keysOpen(store, readSecrets(dir).deviceMaster);
      await writeDown(store, now, basename(backup));
    } finally {
      await store.close();
    }
  };
  const { rows, tables, bytes, migrated, kept } = await restoreDatabase({ file, backup, stamp, prepare });
  terminal.err(`${backup} is sound: ${rows.toLocaleString("en-US")} rows in ${tables} tables, ${size(bytes)}.`);
  if (migrated.length > 0) terminal.err(`Brought up to this version: ${migrated.join(", ")}.`);
  terminal.err(`It is the city's database now: ${file}. Start the city.`);
  if (kept) terminal.err(`The database that it replaces is kept as ${kept}.`);
  putFiles(terminal, { file, backup, dir });
  if (opens) return;
  terminal.err(
    `Its device keys were sealed with another secret.json than the one in ${dir}: put that one back, or give each device a new key (device rotate-key).`,
  );
  terminal.fail();
}

/** What the restored rows name and HAECHI_DIR has not got; exit code 1 where one is nowhere. Kept pictures that have expired since go when the city starts. */
function putFiles(terminal: Terminal, { file, backup, dir }: { file: string; backup: string; dir: string }): void {
  const { files, bytes, missing } = carryFiles(file, filesBeside(backup), dir);
  if (files > 0)
    terminal.err(
      `${files.toLocaleString("en-US")} files of incidents and kept pictures, ${size(bytes)}, are in their place.`,
    );
  if (missing.length === 0) return;
  terminal.err(`Neither in ${filesBeside(backup)} nor in ${dir}, or not what they were: ${missing.join(", ")}.`);
  terminal.fail();
}

/** What the restored city knows of it: a row in its record, and that it was checked. */
async function writeDown(store: Store, now: number, backup: string): Promise<void> {
  const check: Integrity = { at: now, tookMs: 0, reason: "restored", faults: [] };
  await store.write(async (tx) => {
    // the backup was made while a city ran on it
    await dropSetting(tx, CITY_RUNNING);
    await putSetting(tx, INTEGRITY, JSON.stringify(check));
    const entry = { at: now, actor: "system:command-line", action: "database.restore", subject: "city" };
    await writeAudit(tx, { ...entry, detail: { backup } });
  });
}

/** Whether this city's secret opens the keys of the devices in a database; one is as good as all. */
async function keysOpen(store: Store, master: Buffer): Promise<boolean> {
  const device = (await loadDevices(store)).find((d) => d.retiredAt === null);
  if (!device) return true;
  try {
    openKey(master, device.id, device.keyCipher);
    return true;
  } catch {
    return false;
  }
}
