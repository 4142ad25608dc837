import fc from "fast-check";
import { expect, test } from "vitest";
import type { Alert } from "@/lib/contract/alert";
import type { Level } from "@/lib/contract/level";
import { AGAIN_MS, type Heard, hearing, isMuted, type Mute, muteFor, ringOf, unheard } from "./alarm";

const alert = (id: string, level: Level, state: Alert["state"] = "raised") =>
  ({ id, level, state, recordedAt: 5 }) as Alert;
const level = fc.constantFrom<Level>(1, 2, 3, 4);
const state = fc.constantFrom<Alert["state"]>("raised", "acknowledged");
const alerts = fc.uniqueArray(
  fc.record({ id: fc.constantFrom("a", "b", "c"), level, state, recordedAt: fc.constant(5) }),
  {
    selector: (it) => it.id,
  },
);

test("every mute ends by itself", () => {
  const mute = muteFor(5, 1000);
  expect([isMuted(mute, 1000), isMuted(mute, 300_999), isMuted(mute, 301_000)]).toEqual([true, true, false]);
  // a wall clock that was set back, by a little and by an hour
  expect([isMuted(mute, 990), isMuted(mute, 1000 - 3_600_000)]).toEqual([true, false]);
});

test("an alert is heard once at each level that it rises to", () => {
  fc.assert(
    fc.property(fc.array(alerts), (moments) => {
      let heard: Heard = new Map();
      const rang: string[] = [];
      for (const now of moments as Alert[][]) {
        const fresh = unheard(heard, now, Number.NEGATIVE_INFINITY);
        heard = hearing(heard, now);
        for (const { id, level } of fresh) rang.push(`${id} ${level}`);
        expect(unheard(heard, now, Number.NEGATIVE_INFINITY)).toEqual([]);
      }
      expect(rang).toEqual([...new Set(rang)]);
      for (const id of ["a", "b", "c"]) {
        const levels = rang.filter((it) => it.startsWith(id));
        expect(levels).toEqual(levels.toSorted());
      }
    }),
    { numRuns: 60 },
  );
});

test("what the city knew before the screen came is not new, also where it comes behind the snapshot; what comes after is", () => {
  const [before, after] = [
    { ...alert("a", 4), recordedAt: 10 },
    { ...alert("b", 4), recordedAt: 11 },
  ];
  expect(unheard(new Map(), [before, after], 10)).toEqual([after]);
  // and a rise of an old one is
  expect(unheard(new Map([["a", 2]]), [before], 10)).toEqual([before]);
});

test("muted, nothing is heard but a new serious alert, which ends the mute", () => {
  fc.assert(
    fc.property(alerts, alerts, (fresh, standing) => {
      const mute: Mute = { until: 10 };
      const given = { fresh: fresh as Alert[], standing: standing as Alert[], mute, rangAt: -AGAIN_MS, now: 5 };
      const serious = fresh.some((it) => it.level === 4);
      expect(ringOf(given)).toEqual(serious ? { level: 4, breaksMute: true } : { level: null, breaksMute: false });
    }),
    { numRuns: 60 },
  );
});

test("a serious alert rings again until somebody has seen it; others ring once", () => {
  const ring = (standing: Alert[], rangAt: number) =>
    ringOf({ fresh: [], standing, mute: null, rangAt, now: AGAIN_MS }).level;
  expect(ring([alert("a", 4)], 0)).toBe(4);
  expect(ring([alert("a", 4)], 1)).toBeNull();
  expect(ring([alert("a", 4, "acknowledged"), alert("b", 3)], 0)).toBeNull();
  expect(ringOf({ fresh: [alert("a", 2), alert("b", 3)], standing: [], mute: null, rangAt: 0, now: 1 }).level).toBe(3);
});
