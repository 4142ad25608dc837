import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readOptions } from "./options";
import { writeOsong } from "./osong/files";
import { reportOf } from "./report";
import { runExercise } from "./run";

const said = readOptions(process.argv.slice(2));
const options = said.story === "osong" ? { ...said, ...storyFiles() } : said;
const SAY_EVERY_MS = 5_000;
let saidAt = 0;
/** What Ctrl-C does: while the recording plays it ends the city, afterwards it only ends the waiting. */
let onStop: () => void = () => process.exit(130);
for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => onStop());

const exercise = await runExercise(options, {
  started: (city, dir, end) => {
    onStop = () => void end().finally(() => process.exit(130));
    console.log(`EXERCISE 훈련 at ${city.url}, database in ${dir}`);
    if (options.screens) console.log(city.notices.join("\n"));
  },
  progress: (at, rows) => {
    if (Date.now() - saidAt < SAY_EVERY_MS) return;
    saidAt = Date.now();
    console.log(`${new Date(at).toISOString()}  ${rows} rows`);
  },
}).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});

console.log(reportOf(exercise));
if (options.screens) {
  console.log(`The exercise has ended; its city still answers at ${exercise.city.url}. Ctrl-C stops it.`);
  await new Promise<void>((resolve) => {
    onStop = resolve;
  });
}
await exercise.end();
process.exit(exercise.tally.unanswered === 0 ? 0 : 1);

/** The story as files that go with this process. */
function storyFiles() {
  const folder = mkdtempSync(join(tmpdir(), "haechi-osong-"));
  process.on("exit", () => rmSync(folder, { recursive: true, force: true }));
  return writeOsong(folder);
}
