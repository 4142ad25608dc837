import fc from "fast-check";
import { expect, test } from "vitest";
import { MINUTE } from "./base/clock";
import type { Rule } from "./contract/rule";
import { rules, testRiver } from "./test-river";

const [level] = rules as [Rule];
const onRiver = { ...level, raise: 5, clear: 4.5 };
/** One rule of each thing that is remembered: a threshold, a hold up and down, levels, a sum, a mean, a rise, silence, what is derived. */
const watched: Rule[] = [
  ...rules,
  { ...onRiver, id: "held", holdMs: 7 * MINUTE, holdDownMs: 5 * MINUTE },
  { ...onRiver, id: "steps", raise: 4, clear: 3.5, steps: [{ level: 3, raise: 6, clear: 5.5 }] },
  { ...onRiver, id: "mean", measure: { type: "mean", windowMs: 10 * MINUTE } },
  { ...onRiver, id: "rise", measure: { type: "rise", windowMs: 10 * MINUTE }, raise: 10, clear: 2 },
  { ...level, id: "hot", scope: { kind: "weather" }, stream: "apparent-temperature", raise: 33, clear: 32 },
];

type Op =
  | { type: "send"; device: string; stream: string; value: number }
  | { type: "wait"; minutes: number }
  /** What an apparent temperature is made of, at one instant, with a restart in between. */
  | { type: "weather"; celsius: number }
  | { type: "camera" }
  | { type: "reopen" };

const send = (device: string, stream: string, value: fc.Arbitrary<number>) =>
  value.map((v): Op => ({ type: "send", device, stream, value: v }));
const op: fc.Arbitrary<Op> = fc.oneof(
  {
    weight: 6,
    arbitrary: send(
      "jamsu",
      "water-level",
      fc.integer({ min: 30, max: 70 }).map((v) => v / 10),
    ),
  },
  { weight: 2, arbitrary: send("gauge", "rainfall", fc.integer({ min: 0, max: 14 })) },
  { weight: 2, arbitrary: fc.constantFrom(25, 36).map((celsius): Op => ({ type: "weather", celsius })) },
  { weight: 2, arbitrary: fc.constant<Op>({ type: "camera" }) },
  { weight: 6, arbitrary: fc.integer({ min: 1, max: 4 }).map((minutes): Op => ({ type: "wait", minutes })) },
  { weight: 3, arbitrary: fc.constant<Op>({ type: "reopen" }) },
);

type Test = Awaited<ReturnType<typeof testRiver>>;
type River = Awaited<ReturnType<Test["open"]>>;

/** One step; gives the river that runs then. Nothing is told to the old one: it is as dead as after kill -9. */
async function take(step: Op, river: River, { time }: Test, reopen: () => Promise<River>): Promise<River> {
  const read = (to: River, device: string, stream: string, value: number) =>
    to.flow.readings(device, [{ stream, at: time.now, value }]);
  if (step.type === "reopen") return reopen();
  if (step.type === "wait") await wait(step.minutes, river, time);
  else if (step.type === "send") await read(river, step.device, step.stream, step.value);
  else if (step.type === "camera") {
    // two statuses at one instant are stamped a millisecond apart
    time.now += 1000;
    await river.flow.status("camera", { camera: { recording: true } });
  } else {
    await read(river, "box", "temperature", step.celsius);
    const next = await reopen();
    await read(next, "box", "humidity", 60);
    await read(next, "box", "wind-speed", 1);
    return next;
  }
  return river;
}

async function wait(minutes: number, river: River, time: { now: number }): Promise<void> {
  for (let i = 0; i < minutes; i++) {
    time.now += MINUTE;
    await river.flow.tick();
  }
  // as the city does now and then
  await river.keepSeen();
}

/** Plays it into a river of its own; `restarts` false: it is never stopped. Gives the alerts, in the order of their rules. */
async function play(ops: readonly Op[], restarts: boolean): Promise<unknown[][]> {
  const test = await testRiver();
  let river = await test.open(watched);
  for (const step of ops) river = await take(step, river, test, async () => (restarts ? test.open(watched) : river));
  const alerts = await test.store.reader.alert.findMany({ orderBy: [{ ruleId: "asc" }, { raisedAt: "asc" }] });
  return alerts.map((a) => [a.ruleId, a.deviceId, a.level, a.state, a.raisedAt, a.clearedAt, a.value]);
}

const numRuns = process.env.HAECHI_RECORDINGS === "on" ? 40 : 3;

test("a river stopped and opened again at any reading gives the same alerts as one that never stopped", {
  timeout: 300_000,
}, async () => {
  let raised = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(op, { minLength: 20, maxLength: 60 }), async (ops) => {
      const never = await play(ops, false);
      raised += never.length;
      expect(await play(ops, true)).toEqual(never);
    }),
    { numRuns },
  );
  expect(raised).toBeGreaterThan(numRuns);
});
