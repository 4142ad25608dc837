import { Command } from "commander";
import { readEnv } from "../env";
import { databaseFile } from "../store/open";
import { rescueDatabase } from "../store/rescue";
import type { Terminal } from "./open-city";
import { table } from "./table";

export function rescueCommand(terminal: Terminal): Command {
  return new Command("rescue")
    .description(
      "Copy what can still be read of a damaged database into a new one; exit code 1 where something is lost",
    )
    .argument("<file>", "a file that does not exist yet")
    .action((file: string) => {
      const saved = rescueDatabase(databaseFile(readEnv().databaseUrl), file);
      const rows = saved.map((s) => [s.table, s.rows.toLocaleString("en-US"), s.whole ? "" : "damaged: not whole"]);
      for (const line of table(["table", "rows", ""], rows)) terminal.out(line);
      terminal.err(`Saved into ${file}. To go on with it: npm run haechi -- restore ${file}`);
      if (saved.some((s) => !s.whole)) terminal.fail();
    });
}
