import fc from "fast-check";
import { expect, it } from "vitest";
import { type Deadline, firstResponsePolicy, nextLateStep, ResponsePolicy, ResponseStep } from "../contract/deadline";
import { deadlinesFor, due, endedBy, tightened } from "./deadlines";

const MIN = 60_000;
const acts = ["receive", "accept", "unit", "en-route", "arrive", "clear", "refuse", "cancel"] as const;

it("owes each step by its minutes from the request; a step without minutes has no deadline", () => {
  expect(ResponsePolicy.parse(firstResponsePolicy)).toEqual(firstResponsePolicy);
  const deadlines = deadlinesFor(firstResponsePolicy, 4, 1000);
  expect(deadlines.map((d) => [d.step, (d.dueAt - 1000) / MIN])).toEqual([
    ["received", 1],
    ["answered", 2],
    ["unit", 3],
    ["en-route", 4],
    ["arrived", 10],
  ]);
});

it("refuses a policy in which a later step is due earlier", () => {
  const wrong = structuredClone(firstResponsePolicy);
  wrong["4"].minutes.arrived = 1;
  expect(ResponsePolicy.safeParse(wrong).success).toBe(false);
});

it("meets what an act implies: who is on the way has received and answered, with or without a named unit", () => {
  expect(endedBy("accept", false)).toEqual({ met: ["received", "answered"], dropped: [] });
  expect(endedBy("accept", true).met).toEqual(["received", "answered", "unit"]);
  expect(endedBy("en-route", false).met).toContain("unit");
  expect(endedBy("refuse", false).dropped).toEqual(["unit", "en-route", "arrived", "cleared"]);
  expect(endedBy("cancel", false)).toEqual({ met: [], dropped: ResponseStep.options });
});

/** What the store does with an answer of `due`, and with an act. */
function take(deadlines: Deadline[], now: number): { after: Deadline[]; told: string[] } {
  const { missed, late } = due(deadlines, now, firstResponsePolicy);
  const told = missed.map((d) => `missed ${d.step}`);
  const after = deadlines.map((d) => {
    const mine = late?.deadline.step === d.step ? late.steps.map((s) => ({ ...s, agencyId: null })) : [];
    told.push(...mine.map((s) => `${d.step} ${s.step}`));
    const missedAt = missed.includes(d) ? now : d.missedAt;
    return { ...d, missedAt, escalations: [...d.escalations, ...mine] };
  });
  return { after, told };
}

function act(deadlines: Deadline[], step: (typeof acts)[number], now: number): Deadline[] {
  const { met, dropped } = endedBy(step, false);
  return deadlines.map((d) => {
    if (d.state !== "open") return d;
    if (met.includes(d.step)) return { ...d, state: "met", endedAt: now };
    return dropped.includes(d.step) ? { ...d, state: "dropped", endedAt: now } : d;
  });
}

const story = fc.array(fc.record({ wait: fc.nat(20 * MIN), act: fc.option(fc.constantFrom(...acts), { nil: null }) }), {
  maxLength: 30,
});

function checkOne(d: Deadline, now: number, misses: ReadonlySet<string>): void {
  expect(d.missedAt !== null).toBe(misses.has(`missed ${d.step}`));
  if (d.state === "open") expect(d.missedAt !== null).toBe(d.dueAt <= now);
  if (d.state === "met") expect(d.missedAt !== null).toBe(d.dueAt <= (d.endedAt ?? 0));
  expect(d.escalations.map((e) => e.step)).toEqual(d.escalations.map((_, i) => i));
  if (d.escalations.length > 0) expect(d.missedAt).not.toBeNull();
}

/** Of the step that counts, everything that is due was done. */
function checkNothingWaits(deadlines: readonly Deadline[], now: number): void {
  const first = deadlines.find((d) => d.state === "open");
  const next = first?.missedAt ? nextLateStep(first, firstResponsePolicy) : null;
  if (next) expect(next.dueAt).toBeGreaterThan(now);
}

type Story = { now: number; deadlines: Deadline[]; told: string[] };

function oneStep(before: Story, { wait, act: what }: { wait: number; act: (typeof acts)[number] | null }): Story {
  const now = before.now + wait;
  const looked = take(before.deadlines, now);
  // a second look at the same moment finds nothing
  expect(take(looked.after, now).told).toEqual([]);
  const told = [...before.told, ...looked.told];
  const deadlines = what ? act(looked.after, what, now) : looked.after;
  for (const d of deadlines) checkOne(d, now, new Set(told));
  if (!what) checkNothingWaits(deadlines, now);
  return { now, deadlines, told };
}

it("tells each miss and each step because of it once, whenever it looks; nothing of what was met in time; no miss disappears", () => {
  fc.assert(
    fc.property(fc.constantFrom(1, 2, 3, 4), story, (level, steps) => {
      const told = steps.reduce(oneStep, {
        now: 0,
        deadlines: deadlinesFor(firstResponsePolicy, level, 0),
        told: [],
      }).told;
      expect(new Set(told).size).toBe(told.length);
    }),
  );
});

it("chases one step at a time: who has not answered is not chased for the arrival", () => {
  const late = due(deadlinesFor(firstResponsePolicy, 4, 0), 30 * MIN, firstResponsePolicy);
  expect(late.missed).toHaveLength(5);
  expect([late.late?.deadline.step, late.late?.steps.map((s) => s.to)]).toEqual([
    "received",
    ["asked", "lead", "next"],
  ]);
});

const nothing = { receivedAt: null, acceptedAt: null, unitAt: null, enRouteAt: null, arrivedAt: null };

it("tightens what is still to come to the stricter of the time left and that of the new level from the rise; once", () => {
  const now = 5 * MIN;
  const before = deadlinesFor(firstResponsePolicy, 2, 0);
  const rise = { policy: firstResponsePolicy, level: 4 as const, now, reached: nothing };
  const after = tightened(before, rise);
  // received was due at 3 min and is missed; en route at 20 becomes 5 + 4; arrived at 40 becomes 5 + 10
  expect(after.map((d) => [d.step, d.level, d.dueAt / MIN])).toEqual([
    ["answered", 4, 7],
    ["unit", 4, 8],
    ["en-route", 4, 9],
    ["arrived", 4, 15],
  ]);
  const late = tightened(before, { ...rise, now: 38 * MIN });
  expect(late.map((d) => [d.step, d.dueAt / MIN])).toEqual([["arrived", 40]]);
  const all = before.map((d) => after.find((it) => it.step === d.step) ?? d);
  expect(tightened(all, { ...rise, now: now + MIN })).toEqual([]);
});

it("gives a step that had no deadline one, unless it has happened", () => {
  const policy = structuredClone(firstResponsePolicy);
  policy["2"].minutes = { received: null, answered: null, unit: null, "en-route": null, arrived: null, cleared: null };
  const reached = { ...nothing, receivedAt: 1, acceptedAt: 1 };
  const steps = tightened([], { policy, level: 4, now: 0, reached }).map((d) => d.step);
  expect(steps).toEqual(["unit", "en-route", "arrived"]);
});

it("never gives more time, never changes what was met or missed, and keeps the steps' order", () => {
  const levels = fc.tuple(fc.constantFrom(1, 2, 3, 4), fc.constantFrom(1, 2, 3, 4));
  fc.assert(
    fc.property(levels, story, fc.nat(200 * MIN), ([from, level], steps, wait) => {
      const start: Story = { now: 0, deadlines: deadlinesFor(firstResponsePolicy, from, 0), told: [] };
      const { now: then, deadlines } = steps.reduce(oneStep, start);
      const now = then + wait;
      const after = tightened(deadlines, { policy: firstResponsePolicy, level, now, reached: nothing });
      for (const d of after) {
        const before = deadlines.find((it) => it.step === d.step);
        expect(before?.state).toBe("open");
        expect(d.dueAt).toBeLessThanOrEqual(before?.dueAt ?? 0);
        expect(d.dueAt).toBeGreaterThan(now);
      }
      // what was met keeps its time, which may lie behind the new ones
      const open = deadlines.filter((d) => d.state === "open");
      const due = open.map((d) => after.find((it) => it.step === d.step)?.dueAt ?? d.dueAt);
      expect(due).toEqual(due.toSorted((a, b) => a - b));
      if (level <= from) expect(after).toEqual([]);
    }),
  );
});
