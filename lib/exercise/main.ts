import { readOptions } from "./options";
import { reportOf } from "./report";
import { type Exercise, runExercise } from "./run";

const options = readOptions(process.argv.slice(2));
const SAY_EVERY_MS = 5_000;
let saidAt = 0;

const exercise = await runExercise(options, {
  started: (city, dir) => {
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
if (options.screens) await untilStopped(exercise);
await exercise.end();
process.exit(exercise.tally.unanswered === 0 ? 0 : 1);

async function untilStopped({ city }: Exercise): Promise<void> {
  console.log(`The exercise has ended; its city still answers at ${city.url}. Ctrl-C stops it.`);
  await new Promise<void>((resolve) => {
    process.once("SIGINT", resolve);
    process.once("SIGTERM", resolve);
  });
}
