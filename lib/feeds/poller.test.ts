import { afterEach, expect, it, vi } from "vitest";
import { Failure } from "../base/failure";
import { type Feed, feedAge } from "../contract/official";
import { nextWait, Poller } from "./poller";

afterEach(() => {
  vi.useRealTimers();
});

const EVERY = 120_000;

it("asks again after each answer, waits longer after each failure, and comes back by itself", async () => {
  vi.useFakeTimers({ now: 1_000_000 });
  let fault: Error | null = null;
  const told: Feed[] = [];
  const work = async () => {
    if (fault) throw fault;
  };
  const clock = { now: () => Date.now() };
  const poller = new Poller({
    id: "kma-warnings",
    everyMs: EVERY,
    clock,
    random: () => 1,
    work,
    tell: (f) => told.push(f),
    succeededAt: null,
  });
  poller.start();
  await vi.advanceTimersByTimeAsync(0);
  expect(poller.state).toMatchObject({ succeededAt: 1_000_000, failures: 0, problem: null });
  fault = new Failure("busy", "down");
  await vi.advanceTimersByTimeAsync(EVERY);
  expect(poller.state).toMatchObject({ failures: 1, problem: { code: "busy" }, succeededAt: 1_000_000 });
  await vi.advanceTimersByTimeAsync(10_000);
  await vi.advanceTimersByTimeAsync(20_000);
  expect(poller.state.failures).toBe(3);
  fault = null;
  await vi.advanceTimersByTimeAsync(40_000);
  expect(poller.state).toMatchObject({ failures: 0, problem: null });
  poller.stop();
  const tries = told.length;
  await vi.advanceTimersByTimeAsync(10 * EVERY);
  expect(told).toHaveLength(tries);
});

it("does not hammer a server that refuses the key", () => {
  expect(nextWait(EVERY, 1, true, () => 0)).toBe(900_000);
  expect(nextWait(EVERY, 99, false, () => 1)).toBe(900_000);
  expect(nextWait(EVERY, 0, false, () => 1)).toBe(EVERY);
});

it("says how old what it knows is", () => {
  const feed = { configured: true, everyMs: 10, succeededAt: 0 } as Feed;
  expect([5, 15, 16, 40, 41].map((now) => feedAge(feed, now))).toEqual(["fresh", "fresh", "late", "late", "stale"]);
  expect(feedAge({ ...feed, configured: false }, 0)).toBe("off");
  expect(feedAge({ ...feed, succeededAt: null }, 0)).toBe("never");
});
