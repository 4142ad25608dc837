import { basename } from "node:path";
import { Command } from "commander";
import { readEnv } from "../env";
import { backupDatabase } from "../store/backup";
import { LAST_BACKUP, putSetting } from "../store/setting/settings";
import { carryFiles, filesBeside } from "../store/upload/carry-files";
import { type Terminal, withCity } from "./open-city";
import { size } from "./size";

export function backupCommand(terminal: Terminal): Command {
  return new Command("backup")
    .description(
      "Copy the whole database into a file, and files of incidents and kept pictures into FILE.files beside it, also while the city runs; both are checked",
    )
    .argument("<file>", "a file that does not exist yet")
    .action((file: string) =>
      withCity(terminal, async ({ store, clock, record }) => {
        const made = await backupDatabase(store.file, file, tenths(terminal));
        const { bytes, rows, tables, tookMs } = made;
        terminal.err(
          `${rows.toLocaleString("en-US")} rows in ${tables} tables, ${size(bytes)}, checked: sound. Took ${(tookMs / 1000).toFixed(1)} s.`,
        );
        terminal.err(`The database is in ${file}.`);
        copyFiles(terminal, file);
        terminal.err(`Keep secret.json of HAECHI_DIR with it: without it device keys do not open.`);
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

/** Those that the copy's rows name; exit code 1 where one is missing. */
function copyFiles(terminal: Terminal, file: string): void {
  const to = filesBeside(file);
  const { files, bytes, missing } = carryFiles(file, readEnv().dir, to);
  if (files > 0)
    terminal.err(
      `${files.toLocaleString("en-US")} files of incidents and kept pictures, ${size(bytes)}, checked: in ${to}. Kept pictures must not outlive their cameras' retention here either.`,
    );
  if (missing.length === 0) return;
  terminal.err(`Not on this disk, or not what was added: ${missing.join(", ")}.`);
  terminal.fail();
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
