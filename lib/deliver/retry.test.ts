import fc from "fast-check";
import { expect, test } from "vitest";
import { afterFailure, Forbidden, GIVE_UP_AFTER_MS, MOST_REFUSALS, Refused, Unreachable } from "./retry";

const fresh = { seq: 1, id: "n", kind: "alert.raised", data: "{}", at: 0, expiresAt: null };
const untried = { ...fresh, attempts: 0, refusals: 0, firstTriedAt: null, nextAttemptAt: null };
const NOW = 1_700_000_000_000;

/** Fails again and again, each time when it is due; gives the times of the tries. */
function failAll(errors: (attempt: number) => Error, random: () => number): number[] {
  const tries: number[] = [];
  let notice: Parameters<typeof afterFailure>[0] = untried;
  for (let now = NOW; tries.length < 10_000; ) {
    tries.push(now);
    const mark = afterFailure(notice, errors(tries.length), now, random);
    if (mark.state === "dead") return tries;
    notice = { ...notice, ...mark };
    now = mark.nextAttemptAt ?? now;
  }
  throw new Error("It is never given up.");
}

test("a receiver that says no is asked 8 times in two minutes", () => {
  fc.assert(
    fc.property(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), (chance) => {
      const tries = failAll(
        () => new Refused("no"),
        () => chance,
      );
      expect(tries).toHaveLength(MOST_REFUSALS);
      expect((tries.at(-1) ?? 0) - NOW).toBeLessThanOrEqual(127_000);
    }),
  );
});

test("a receiver that is away is waited for a day, asked each minute at least", () => {
  const tries = failAll(
    () => new Unreachable("away"),
    () => 1,
  );
  expect((tries.at(-1) ?? 0) - NOW).toBeGreaterThanOrEqual(GIVE_UP_AFTER_MS);
  expect(Math.max(...tries.map((at, i) => at - (tries[i - 1] ?? at)))).toBe(60_000);
});

test("being away does not use up the refusals, and what may not be sent is given up at once", () => {
  const tries = failAll(
    (n) => (n <= 50 ? new Unreachable("away") : new Refused("no")),
    () => 0,
  );
  expect(tries).toHaveLength(50 + MOST_REFUSALS);
  expect(
    failAll(
      () => new Forbidden("outside"),
      () => 0,
    ),
  ).toHaveLength(1);
});

test("a receiver that asks for time gets it, ten minutes at most", () => {
  const wait = (ms: number) =>
    (afterFailure(untried, new Unreachable("busy", ms), NOW, () => 0).nextAttemptAt ?? 0) - NOW;
  expect([wait(0), wait(30_000), wait(86_400_000)]).toEqual([500, 30_000, 600_000]);
});
