import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { migrate } from "../../lib/store/migrate";
import { openStore } from "../../lib/store/open";
import { machineFacts } from "../machine";
import { addSources } from "./fill";
import { sources } from "./mix";

/** Says which bench and machine it is, and opens a database of its own with the street's streams; its folder goes with the process. */
export async function openBench(name: string) {
  console.log(`Haechi bench: ${name}`);
  for (const fact of machineFacts()) console.log(`  ${fact}`);
  const folder = mkdtempSync(join(tmpdir(), `haechi-bench-${name}-`));
  process.on("exit", () => rmSync(folder, { recursive: true, force: true }));
  const url = `file:${join(folder, "city.db")}`;
  migrate(url);
  const store = await openStore(url);
  const all = sources();
  return { folder, url, store, all, ids: await addSources(store, all) };
}
