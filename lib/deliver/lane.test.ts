import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, test } from "vitest";
import type { WaitingNotice } from "../store/notice/pending-notices";
import type { Mark } from "../store/notice/settle-notices";
import { Lane } from "./lane";
import { Absent, Refused, Unreachable } from "./retry";

type Row = WaitingNotice & { state: Mark["state"] };

/** A lane over a table in memory. Waiting takes no time: the clock jumps by what the lane pauses. */
function laneOf(give: (notice: WaitingNotice) => Promise<void> | void, count = 3) {
  const rows: Row[] = [];
  const clock = { now: 0 };
  const add = (over: Partial<Row> = {}) => {
    const seq = rows.length + 1;
    const own = { seq, id: `n${seq}`, kind: "k", data: "{}", at: 0, attempts: 0, refusals: 0, expiresAt: null };
    rows.push({ ...own, firstTriedAt: null, nextAttemptAt: null, state: "pending", ...over });
  };
  for (let i = 0; i < count; i++) add();
  const errors: unknown[] = [];
  const lane = new Lane({
    receiver: "agency:a",
    give: async (notice) => give(notice),
    pending: async (_, limit) => rows.filter((r) => r.state === "pending").slice(0, limit),
    settle: async (marks) => {
      for (const mark of marks) Object.assign(rows.find((r) => r.seq === mark.seq) ?? {}, mark);
    },
    within: (work) => work(new AbortController().signal),
    cityNow: () => clock.now,
    wallNow: () => clock.now,
    random: () => 0,
    after: (ms, then) => {
      const timer = setImmediate(() => {
        clock.now += ms;
        then();
      });
      return () => clearImmediate(timer);
    },
    onError: (error) => errors.push(error),
  });
  return { lane, rows, clock, add, errors, states: () => rows.map((r) => r.state) };
}

async function until(fits: () => boolean): Promise<void> {
  while (!fits()) await sleep(1);
}

describe("one receiver's line", () => {
  test("gives everything in order, and what comes while it gives", async () => {
    const given: string[] = [];
    const it = laneOf((n) => {
      given.push(n.id);
      if (n.seq === 2) {
        it.add();
        it.lane.wake();
      }
    });
    it.lane.wake();
    await until(() => it.states().every((s) => s === "delivered"));
    expect(given).toEqual(["n1", "n2", "n3", "n4"]);
    expect(it.lane.counts).toEqual({ delivered: 4, failed: 0, dead: 0 });
  });

  test("waits at the one that fails, and lets none overtake it", async () => {
    const given: string[] = [];
    const it = laneOf((n) => {
      given.push(n.id);
      if (n.seq === 2 && n.attempts < 2) throw new Unreachable("away");
    });
    it.lane.wake();
    await until(() => it.states().every((s) => s === "delivered"));
    expect(given).toEqual(["n1", "n2", "n2", "n2", "n3"]);
    expect(it.clock.now).toBe(500 + 1000);
  });

  test("gives up the one that is refused again and again, and goes on with the next", async () => {
    const it = laneOf((n) => {
      if (n.seq === 1) throw new Refused("answered 400");
    });
    if (it.rows[0]) it.rows[0].refusals = 7;
    it.lane.wake();
    await until(() => it.states()[2] === "delivered");
    expect(it.states()).toEqual(["dead", "delivered", "delivered"]);
    expect(it.lane.lastFailure?.error).toBe("answered 400");
    expect(it.lane.circuitState).toBe("closed");
  });

  test("opens its circuit after five tries that nobody answered, and tries no more until somebody mends it", async () => {
    let tries = 0;
    let away = true;
    const it = laneOf(() => {
      tries++;
      if (away) throw new Unreachable("away");
    });
    it.lane.wake();
    await until(() => it.lane.circuitState === "open");
    const opened = it.clock.now;
    await until(() => it.clock.now > opened + 10_000);
    expect([tries, it.rows[0]?.attempts, it.rows[1]?.attempts]).toEqual([5, 5, 0]);
    away = false;
    it.lane.retryNow();
    await until(() => it.states().every((s) => s === "delivered"));
    expect([tries, it.lane.circuitState]).toEqual([8, "closed"]);
  });

  test("does not count a try where the device is not connected, and gives no order that came too late", async () => {
    let connected = false;
    const it = laneOf(() => {
      if (!connected) throw new Absent("not connected");
    }, 2);
    Object.assign(it.rows[0] ?? {}, { expiresAt: 50 });
    it.lane.wake();
    await sleep(5);
    expect(it.rows.map((r) => r.attempts)).toEqual([0, 0]);
    connected = true;
    it.clock.now = 100;
    it.lane.wake();
    await until(() => it.states()[1] === "delivered");
    expect(it.states()).toEqual(["dead", "delivered"]);
  });
});
