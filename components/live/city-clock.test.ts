import { expect, test } from "vitest";
import { HOUR } from "@/lib/base/clock";
import { cityNow, setClock } from "./city-clock";
import { BEHIND_AFTER_MS, nextConnection } from "./connection";
import { lookAt } from "./screen-clock";

test("an exercise's clock runs at its speed", () => {
  expect(cityNow({ city: 1000, wall: 50, speed: 300 }, 60)).toBe(4000);
});

test("the network's jitter does not move the clock, a real drift does", () => {
  const clock = { city: 1000, wall: 0, speed: 1 };
  expect(setClock(clock, { city: 2100, speed: 1 }, 1000)).toBe(clock);
  expect(setClock(clock, { city: 9000, speed: 1 }, 1000)).toEqual({ city: 9000, wall: 1000, speed: 1 });
});

test("a city whose clock is set an hour on or back is followed with the next word, and stands at no nonsense before it", () => {
  const clock = { city: 10 * HOUR, wall: 0, speed: 1 };
  for (const step of [HOUR, -HOUR]) {
    const followed = setClock(clock, { city: 10 * HOUR + 5000 + step, speed: 1 }, 5000);
    expect(cityNow(followed, 7000)).toBe(10 * HOUR + 7000 + step);
  }
});

test("an exercise's clock stands where its recording ended, and runs on when the city says so", () => {
  const told = { city: 1000, speed: 60 };
  const standing = setClock({ ...told, wall: 0 }, told, 2000);
  expect(cityNow(standing, 9000)).toBe(1000);
  expect(setClock(standing, told, 9000)).toBe(standing);
  const running = setClock(standing, { city: 61_000, speed: 60 }, 10_000);
  expect(cityNow(running, 10_500)).toBe(91_000);
});

test("the screen's own time passes whoever sets its clock: back it does not go, and a sleep is felt", () => {
  const start = { passed: 1000, wall: 1000, steady: 0 };
  const back = lookAt(start, 1000 - HOUR, 2000);
  expect(back.passed).toBe(3000);
  expect(lookAt(back, 1000 - HOUR + 500, 2500).passed).toBe(3500);
  expect(lookAt(start, 1000 + HOUR, 10).passed).toBe(1000 + HOUR);
});

test("a line that says nothing falls behind, one that breaks is offline since then", () => {
  const live = nextConnection({ state: "connecting", since: 0, heardAt: null }, "heard", 5);
  expect(live).toEqual({ state: "live", since: 5, heardAt: 5 });
  expect(nextConnection(live, "tick", 6)).toBe(live);
  // a hundred words a second draw the line's state once, and each is heard
  expect(nextConnection(live, "heard", 6)).toBe(live);
  expect(nextConnection(live, "heard", 605)).toEqual({ state: "live", since: 5, heardAt: 605 });
  expect(nextConnection(live, "tick", 6 + BEHIND_AFTER_MS).state).toBe("behind");
  const lost = nextConnection(live, "lost", 9);
  expect(lost).toMatchObject({ state: "offline", since: 9 });
  expect(nextConnection(lost, "lost", 12)).toBe(lost);
});
