import { existsSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import type { ExerciseResult } from "./report";
import { runExercise } from "./run";

/** Real recordings, beside the repository and no part of it. */
export const DATA = resolve(import.meta.dirname, "../../../shared/data");

/** Whether a recording is missing here; says so, since its tests are skipped then. */
export function recordingAbsent(name: string): boolean {
  const absent = !existsSync(`${DATA}/${name}/readings.csv.gz`);
  if (absent) console.warn(`${DATA}/${name} is absent: the tests that play it are skipped.`);
  return absent;
}

const played = new Map<string, Promise<ExerciseResult>>();

/** Plays a recording through a city of its own as fast as it goes, once per test file. */
export function runRecording(name: string): Promise<ExerciseResult> {
  const running = played.get(name) ?? play(name);
  played.set(name, running);
  return running;
}

async function play(name: string): Promise<ExerciseResult> {
  // thousands of commits: a disk in memory makes them as fast as the rest
  const home = existsSync("/dev/shm") ? "/dev/shm" : tmpdir();
  const exercise = await runExercise({
    devices: `${DATA}/${name}/devices.csv`,
    readings: `${DATA}/${name}/readings.csv.gz`,
    speed: Number.POSITIVE_INFINITY,
    dir: mkdtempSync(join(home, "haechi-exercise-")),
    port: 0,
    keep: false,
    screens: false,
  });
  await exercise.end();
  return exercise;
}
