import { rmSync } from "node:fs";
import { join } from "node:path";
import { pino } from "pino";
import { type SteadyClock, wallClock } from "../base/clock";
import { type Env, readEnv } from "../env";
import { kinds } from "../kinds/index";
import { type Running, startCity } from "../start";
import { listAlerts } from "../store/alert/list-alerts";
import { ExerciseClock } from "./exercise-clock";
import type { ExerciseOptions } from "./options";
import { play } from "./play";
import { prepareCity } from "./prepare";
import { readDevices, readReadings } from "./recording";
import type { ExerciseResult } from "./report";
import { openStreet } from "./street";
import { Tally } from "./tally";

export type Exercise = ExerciseResult & {
  city: Running;
  /** Stops the city, and takes its database away where nobody wants to keep it. */
  end(): Promise<void>;
};

export type Told = {
  /** The city runs; `end` stops it before its time. */
  started?(city: Running, dir: string, end: () => Promise<void>): void;
  progress?(at: number, rows: number): void | Promise<void>;
};

/** Runs a recording through a city of its own. The city still runs when it resolves, so that its facts can be asked for. */
export async function runExercise(
  options: ExerciseOptions,
  told: Told = {},
  wall: SteadyClock = wallClock,
): Promise<Exercise> {
  const began = wall.now();
  const env = exerciseEnv(options, began);
  let city: Running | null = null;
  const end = async () => {
    await city?.stop();
    forget(env, options);
  };
  try {
    const firstAt = await firstInstant(options.readings);
    const clock = new ExerciseClock(firstAt, options.speed, wall);
    const keys = await prepareCity(env, await readDevices(options.devices), kinds, firstAt);
    city = await start(env, clock, options);
    told.started?.(city, env.dir, end);
    const facts = await playInto(city, keys, clock, options, told);
    const alerts = (await listAlerts(city.store.reader, { limit: 1_000_000 })).reverse();
    return { ...facts, alerts, wallMs: wall.now() - began, city, end };
  } catch (error) {
    await end();
    throw error;
  }
}

function start(env: Env, clock: SteadyClock, { speed, screens }: ExerciseOptions): Promise<Running> {
  const log = pino({ level: env.logLevel });
  const web = screens ? ("start" as const) : null;
  return startCity({ env, clock, kinds, web, mode: "exercise", speed: Number.isFinite(speed) ? speed : 1, log });
}

async function playInto(
  city: Running,
  keys: Map<string, string>,
  clock: ExerciseClock,
  options: ExerciseOptions,
  told: Told,
): Promise<Pick<ExerciseResult, "tally" | "played">> {
  const tally = new Tally();
  const street = openStreet({
    url: city.url,
    keys,
    onAnswer: (answer) => tally.answered(answer),
    onUnknown: () => tally.refuse("unknown-device"),
  });
  const played = await play({
    rows: readReadings(options.readings),
    clock,
    speed: options.speed,
    street,
    tally,
    tick: () => city.city.flow.tick(),
    wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
    onProgress: (at, rows) => told.progress?.(at, rows),
  }).finally(() => street.close());
  return { tally, played };
}

function exerciseEnv(options: ExerciseOptions, now: number): Env {
  const home = readEnv();
  const dir = options.dir ?? join(home.dir, `exercise-${new Date(now).toISOString().replace(/[:.]/g, "-")}`);
  const quiet = process.env.LOG_LEVEL ? home.logLevel : "warn";
  return {
    ...home,
    dir,
    databaseUrl: `file:${join(dir, "city.db")}`,
    demo: false,
    port: options.port,
    logLevel: quiet,
  };
}

async function firstInstant(file: string): Promise<number> {
  for await (const row of readReadings(file)) if ("at" in row) return row.at;
  throw new Error(`${file} has no reading with a time.`);
}

/** A folder that was named is somebody's own: it is never taken away. */
function forget(env: Env, { keep, dir }: ExerciseOptions): void {
  if (!keep && dir === null) rmSync(env.dir, { recursive: true, force: true });
}
