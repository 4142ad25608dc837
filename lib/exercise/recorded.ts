import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { gunzipSync } from "node:zlib";
import type { ExerciseResult } from "./report";
import { runExercise } from "./run";

/** Real recordings, beside the repository and no part of it. */
export const DATA = resolve(import.meta.dirname, "../../../shared/data");

/** Whether a recording is not to be played here, and says why: it takes seconds, so `npm test` plays it and `npm run check` does not. */
export function notPlayed(name: string): boolean {
  const absent = !existsSync(`${DATA}/${name}/readings.csv.gz`);
  if (absent) console.warn(`${DATA}/${name} is absent: the tests that play it are skipped.`);
  else if (process.env.HAECHI_RECORDINGS !== "on")
    console.info(`HAECHI_RECORDINGS=on plays ${name}, as npm test does.`);
  return absent || process.env.HAECHI_RECORDINGS !== "on";
}

// thousands of commits: a disk in memory makes them as fast as the rest
const HOME = existsSync("/dev/shm") ? "/dev/shm" : tmpdir();

/** Plays a recording (of it only the months named, 2023-09) through a city of its own, as fast as it goes. */
export async function playRecording(name: string, months: readonly string[] = []): Promise<ExerciseResult> {
  const dir = mkdtempSync(join(HOME, "haechi-exercise-"));
  const whole = `${DATA}/${name}/readings.csv.gz`;
  const exercise = await runExercise({
    devices: `${DATA}/${name}/devices.csv`,
    readings: months.length > 0 ? part(whole, months, dir) : whole,
    speed: Number.POSITIVE_INFINITY,
    dir,
    port: 0,
    keep: false,
    screens: false,
  });
  await exercise.end();
  rmSync(dir, { recursive: true, force: true });
  return exercise;
}

function part(file: string, months: readonly string[], dir: string): string {
  const [head, ...lines] = gunzipSync(readFileSync(file)).toString("utf8").split("\n");
  const kept = lines.filter((line) => months.some((month) => line.startsWith(month)));
  writeFileSync(join(dir, "part.csv"), [head, ...kept, ""].join("\n"));
  return join(dir, "part.csv");
}
