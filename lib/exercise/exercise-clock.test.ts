import { expect, test } from "vitest";
import { ExerciseClock } from "./exercise-clock";

function clocks(speed: number) {
  const wall = { at: 1_000, now: () => Date.now(), steady: () => wall.at };
  return { wall, clock: new ExerciseClock(5_000_000, speed, wall) };
}

test("runs at its speed up to the next instant of the recording, and waits there", () => {
  const { wall, clock } = clocks(300);
  clock.runOn(5_600_000);
  wall.at += 1_000;
  expect(clock.now()).toBe(5_300_000);
  expect(clock.waitMs(5_600_000)).toBe(1_000);
  wall.at += 60_000;
  expect(clock.now()).toBe(5_600_000);
});

test("never goes back, and needs no waiting at unbounded speed", () => {
  const { clock } = clocks(Number.POSITIVE_INFINITY);
  clock.set(6_000_000);
  clock.set(5_500_000);
  expect(clock.now()).toBe(6_000_000);
  expect(clock.waitMs(9_000_000)).toBe(0);
});

test("makes good what the city took to answer, and no more than a second of it", () => {
  const { wall, clock } = clocks(300);
  wall.at += 2_000;
  clock.set(5_600_000);
  wall.at += 400;
  clock.runOn(6_200_000);
  expect(clock.waitMs(6_200_000)).toBe(1_600);
  wall.at += 30_000;
  clock.set(6_200_000);
  clock.runOn(7_000_000);
  expect(clock.now()).toBe(6_500_000);
});
