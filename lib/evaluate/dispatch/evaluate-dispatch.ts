import { existsSync } from "node:fs";
import { join } from "node:path";
import { readCalls } from "./calls";
import { replay } from "./replay";
import { reportOf } from "./report";

/** Replays the first `calls` rows of sf-fire-dispatch through the verbs, and says how its times and its choices compare. */
export async function evaluateDispatch(data: string, most: number, tell: (line: string) => void): Promise<string> {
  const file = join(data, "sf-fire-dispatch/calls.csv.gz");
  if (!existsSync(file)) throw new Error(`${file} is absent. Name the folder of the recordings with --data.`);
  const rows = (await readCalls(file)).slice(0, most);
  return reportOf(await replay(rows, tell), rows.length);
}
