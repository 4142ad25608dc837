import { expect, test } from "vitest";
import { DAY, HOUR } from "../base/clock";
import { ExerciseClock } from "./exercise-clock";
import { play } from "./play";
import type { BadLine, RecordedReading } from "./recording";
import { Tally } from "./tally";

const start = Date.parse("2022-08-08T00:00:00+09:00");
const reading = (at: number, device = "a"): RecordedReading => ({
  line: 2,
  at,
  device,
  stream: "water-level",
  value: 1,
});

async function played(list: (RecordedReading | BadLine)[], speed = Number.POSITIVE_INFINITY) {
  const wall = { at: 0, now: () => wall.at, steady: () => wall.at };
  const clock = new ExerciseClock(start, speed, wall);
  const tally = new Tally();
  const sent: { clock: number; rows: number[] }[] = [];
  let ticks = 0;
  const result = await play({
    rows: (async function* () {
      yield* list;
    })(),
    clock,
    speed,
    tally,
    street: {
      send: async (rows) => void sent.push({ clock: clock.now(), rows: rows.map((r) => r.at) }),
      close: async () => undefined,
    },
    tick: async () => void ticks++,
    wait: async (ms) => {
      wall.at += ms;
    },
    onProgress: () => undefined,
  });
  return { result, sent, tally, ticks, wallMs: wall.at };
}

test("the clock stands at the data when it is sent; one instant goes out at once", async () => {
  const { sent } = await played([reading(start), reading(start, "b"), reading(start + HOUR)]);
  expect(sent).toEqual([
    { clock: start, rows: [start, start] },
    { clock: start + HOUR, rows: [start + HOUR] },
  ]);
});

test("time passes at the given speed and no faster", async () => {
  const { wallMs } = await played([reading(start), reading(start + HOUR)], 300);
  expect(wallMs).toBeCloseTo(12_000, -1);
});

test("a long gap is felt for six hours and jumped for the rest", async () => {
  const { result, sent, ticks } = await played([reading(start), reading(start + 30 * DAY)], 300);
  expect(result.jumps).toBe(1);
  expect(result.jumpedMs).toBe(30 * DAY - 6 * HOUR);
  expect(sent.at(-1)?.clock).toBe(start + 30 * DAY);
  expect(ticks).toBeGreaterThanOrEqual(72);
});

test("a line that cannot be sent is counted, and its neighbours are sent", async () => {
  const { sent, tally } = await played([reading(start), { line: 3, problem: "no time" }, reading(start + HOUR)]);
  expect(sent.length).toBe(2);
  expect(tally.rows).toBe(3);
  expect([...tally.refused]).toEqual([["malformed", 1]]);
});
