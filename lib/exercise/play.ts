import { HOUR, MINUTE } from "../base/clock";
import type { ExerciseClock } from "./exercise-clock";
import type { BadLine, RecordedReading } from "./recording";
import type { Street } from "./street";
import type { Tally } from "./tally";

/** Readings this close together go out together. */
const STEP_MS = MINUTE;
/** Time that passes without data is felt in steps of this: silence is judged then. */
const TICK_MS = 5 * MINUTE;
/** A recording's longer gaps are jumped over once every device has had the time to be missed. */
export const GAP_MS = 6 * HOUR;

export type Played = { firstAt: number; lastAt: number; jumps: number; jumpedMs: number };

type Parts = {
  rows: AsyncIterable<RecordedReading | BadLine>;
  clock: ExerciseClock;
  street: Street;
  tally: Tally;
  /** Lets the city feel that time has passed. */
  tick(): Promise<void>;
  wait(ms: number): Promise<void>;
  onProgress(at: number, rows: number): void;
};

/** Plays a recording into the city: the clock goes before the data, the data before the next tick. */
export async function play(parts: Parts): Promise<Played> {
  const { clock, street, tally } = parts;
  const played: Played = { firstAt: clock.now(), lastAt: clock.now(), jumps: 0, jumpedMs: 0 };
  for await (const step of steps(parts.rows, tally)) {
    const until = step.at(-1)?.at ?? played.lastAt;
    await passTime(parts, played, until);
    await street.send(step);
    await parts.tick();
    played.lastAt = Math.max(played.lastAt, until);
    parts.onProgress(played.lastAt, tally.rows);
  }
  await ticks(parts, played.lastAt + HOUR / 2, false);
  return played;
}

/** Rows in groups of one instant, or of instants less than a minute apart. */
async function* steps(rows: Parts["rows"], tally: Tally): AsyncGenerator<RecordedReading[]> {
  let step: RecordedReading[] = [];
  for await (const row of rows) {
    tally.rows++;
    if (!("at" in row)) {
      tally.bad(row);
      continue;
    }
    if (step[0] && row.at - step[0].at >= STEP_MS) {
      yield step;
      step = [];
    }
    step.push(row);
  }
  if (step.length > 0) yield step;
}

async function passTime(parts: Parts, played: Played, until: number): Promise<void> {
  const gap = until - played.lastAt;
  if (gap <= GAP_MS) return ticks(parts, until, true);
  await ticks(parts, played.lastAt + GAP_MS, false);
  played.jumps++;
  played.jumpedMs += gap - GAP_MS;
  parts.clock.set(until);
}

/** Runs the clock to `until`; at its speed, or (not `paced`) as fast as the city can feel it. */
async function ticks({ clock, tick, wait }: Parts, until: number, paced: boolean): Promise<void> {
  while (clock.now() < until) {
    const next = Math.min(until, clock.now() + TICK_MS);
    if (paced) {
      clock.set(clock.now(), next);
      const ms = clock.waitMs(next);
      if (ms > 0) await wait(ms);
    }
    clock.set(next);
    if (next < until) await tick();
  }
}
