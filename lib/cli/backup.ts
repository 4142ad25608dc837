import { Command } from "commander";
import { backupDatabase } from "../store/backup";
import { type Terminal, withCity } from "./open-city";

export function backupCommand(terminal: Terminal): Command {
  return new Command("backup")
    .description("Copy the whole database into a file, also while the city runs")
    .argument("<file>", "a file that does not exist yet")
    .action((file: string) =>
      withCity(terminal, async ({ store }) => {
        await backupDatabase(store.file, file);
        terminal.err(
          `The database is in ${file}. Keep secret.json of HAECHI_DIR with it: without it device keys do not open.`,
        );
      }),
    );
}
