import { expect, it } from "vitest";
import { Failure } from "../base/failure";
import { type Feed, feedAge } from "../contract/official";
import { nextWait, Poller } from "./poller";

const EVERY = 120_000;

it("asks again after each answer, waits longer after each failure, and comes back by itself", async () => {
  let now = 1_000_000;
  let fault: Error | null = null;
  let due: { work: () => void; ms: number } | null = null;
  const told: Feed[] = [];
  const poller = new Poller({
    id: "kma-warnings",
    everyMs: EVERY,
    clock: { now: () => now },
    random: () => 1,
    work: async () => {
      if (fault) throw fault;
    },
    tell: (f) => told.push(f),
    succeededAt: null,
    later: (work, ms) => {
      due = { work, ms };
      return () => {
        due = null;
      };
    },
  });
  /** Lets the time until the next try pass; how long that was. */
  const next = async (): Promise<number> => {
    const ms = due?.ms ?? Number.NaN;
    now += ms;
    await poller.round();
    return ms;
  };
  await poller.round();
  expect(poller.state).toMatchObject({ succeededAt: 1_000_000, failures: 0, problem: null });
  fault = new Failure("busy", "down");
  expect([await next(), await next(), await next()]).toEqual([EVERY, 10_000, 20_000]);
  expect(poller.state).toMatchObject({ failures: 3, problem: { code: "busy" }, succeededAt: 1_000_000 });
  fault = null;
  expect(await next()).toBe(40_000);
  expect(poller.state).toMatchObject({ failures: 0, problem: null });
  poller.stop();
  expect([due, told.length]).toEqual([null, 5]);
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
