import { HOUR, MINUTE } from "../base/clock";
import type { ExerciseClock } from "./exercise-clock";
import type { BadLine, RecordedReading } from "./recording";
import type { Street } from "./street";
import type { Tally } from "./tally";

/** Readings less than this apart go out together: the faster the clock, the shorter a minute. Judged they are one by one all the same. */
function stepMs(speed: number): number {
  if (!Number.isFinite(speed)) return 30 * MINUTE;
  return speed >= 1000 ? 5 * MINUTE : MINUTE;
}
/** Time that passes without data is felt in steps of this: silence is judged then. */
const TICK_MS = 5 * MINUTE;
/** A recording's longer gaps are jumped over once every device has had the time to be missed. */
export const GAP_MS = 6 * HOUR;

/** Instants of the recording, and when the city last felt time pass; all UTC ms. */
export type Played = { firstAt: number; lastAt: number; jumps: number; jumpedMs: number; tickedAt: number };

type Parts = {
  rows: AsyncIterable<RecordedReading | BadLine>;
  clock: ExerciseClock;
  speed: number;
  street: Street;
  tally: Tally;
  /** Lets the city feel that time has passed. */
  tick(): Promise<void>;
  wait(ms: number): Promise<void>;
  /** The city has answered for everything up to `at`; it stands still until this resolves. */
  onProgress(at: number, rows: number): void | Promise<void>;
};

/** Plays a recording into the city: the clock goes before the data, the data before the next tick. */
export async function play(parts: Parts): Promise<Played> {
  const { clock, street, tally } = parts;
  const played: Played = { firstAt: clock.now(), lastAt: clock.now(), jumps: 0, jumpedMs: 0, tickedAt: clock.now() };
  for await (const step of steps(parts.rows, tally, stepMs(parts.speed))) {
    const [from, until] = [step[0]?.at ?? played.lastAt, step.at(-1)?.at ?? played.lastAt];
    // no device is silent whose reading is in hand: time is felt up to the step, and not within it
    await passTime(parts, played, from);
    await runTo(parts, until);
    await street.send(step);
    if (until - played.tickedAt >= TICK_MS) await tickAt(parts, played, until);
    played.lastAt = Math.max(played.lastAt, until);
    await parts.onProgress(played.lastAt, tally.rows);
  }
  await ticks(parts, played, played.lastAt + HOUR / 2, false);
  return played;
}

/** Rows in groups of one instant, or of instants less than `withinMs` apart. */
async function* steps(rows: Parts["rows"], tally: Tally, withinMs: number): AsyncGenerator<RecordedReading[]> {
  let step: RecordedReading[] = [];
  for await (const row of rows) {
    tally.rows++;
    if (!("at" in row)) {
      tally.bad(row);
      continue;
    }
    if (step[0] && row.at - step[0].at >= withinMs) {
      yield step;
      step = [];
    }
    step.push(row);
  }
  if (step.length > 0) yield step;
}

async function passTime(parts: Parts, played: Played, until: number): Promise<void> {
  const gap = until - played.lastAt;
  if (gap <= GAP_MS) return ticks(parts, played, until, true);
  await ticks(parts, played, played.lastAt + GAP_MS, false);
  played.jumps++;
  played.jumpedMs += gap - GAP_MS;
  parts.clock.set(until);
}

/** Runs the clock to `until`; at its speed, or (not `paced`) as fast as the city can feel it. */
async function ticks(parts: Parts, played: Played, until: number, paced: boolean): Promise<void> {
  const { clock } = parts;
  while (clock.now() < until) {
    const next = Math.min(until, clock.now() + TICK_MS);
    if (paced) await runTo(parts, next);
    else clock.set(next);
    if (next < until) await tickAt(parts, played, next);
  }
}

/** Lets the clock run to `at` at its speed. */
async function runTo({ clock, wait }: Parts, at: number): Promise<void> {
  clock.runOn(at);
  const ms = clock.waitMs(at);
  if (ms > 0) await wait(ms);
  clock.set(at);
}

async function tickAt({ tick }: Parts, played: Played, at: number): Promise<void> {
  played.tickedAt = at;
  await tick();
}
