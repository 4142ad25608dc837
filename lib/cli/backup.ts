import { basename } from "node:path";
import { Command } from "commander";
import { backupDatabase } from "../store/backup";
import { LAST_BACKUP, putSetting } from "../store/setting/settings";
import { type Terminal, withCity } from "./open-city";
import { size } from "./size";

export function backupCommand(terminal: Terminal): Command {
  return new Command("backup")
    .description("Copy the whole database into a file, also while the city runs, and check the copy")
    .argument("<file>", "a file that does not exist yet")
    .action((file: string) =>
      withCity(terminal, async ({ store, clock, record }) => {
        const made = await backupDatabase(store.file, file, tenths(terminal));
        const { bytes, rows, tables, tookMs } = made;
        terminal.err(
          `${rows.toLocaleString("en-US")} rows in ${tables} tables, ${size(bytes)}, checked: sound. Took ${(tookMs / 1000).toFixed(1)} s.`,
        );
        terminal.err(
          `The database is in ${file}. Keep secret.json of HAECHI_DIR with it: without it device keys do not open.`,
        );
        const at = clock.now();
        await store
          .write(async (tx) => {
            await putSetting(tx, LAST_BACKUP, JSON.stringify({ at, bytes, rows, file: basename(file) }));
            await record(tx, "database.backup", "city", { file: basename(file), bytes, rows });
          })
          .catch((error: unknown) => terminal.err(`The record does not say so: ${(error as Error).message}`));
      }),
    );
}

/** Small databases are copied before anybody reads a line about it. */
const TOLD_FROM_PAGES = 10_000;

/** Tells how far the copy is, at each tenth. */
function tenths(terminal: Terminal): (done: number, all: number) => void {
  let told = 0;
  return (done, all) => {
    const tenth = Math.floor((10 * done) / all);
    if (all < TOLD_FROM_PAGES || tenth <= told) return;
    told = tenth;
    terminal.err(tenth < 10 ? `${tenth * 10} % copied` : "Copied. Checking …");
  };
}
