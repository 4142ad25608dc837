import fc from "fast-check";
import { expect, test } from "vitest";
import { HOUR, MINUTE } from "./base/clock";
import type { Rule } from "./contract/rule";
import { rules, T0, testRiver } from "./test-river";

const RUNS = process.env.HAECHI_RECORDINGS === "on" ? 300 : 10;
const [first] = rules;
if (!first) throw new Error("no rule");
const ofCameras = { ...first, scope: { kind: "cctv" } };
/** As the pack's: no recording for a minute, on a stream that the city stamps. */
const notRecording: Rule = {
  ...ofCameras,
  id: "not-recording",
  stream: "recording",
  direction: "at-or-below",
  raise: 0,
  clear: 1,
  holdMs: MINUTE,
};
const silence = { stream: "", raise: 1, clear: 0.5, measure: { type: "silence" } } as const;
const longSilent: Rule = { ...ofCameras, ...silence, id: "long-silent", holdMs: 2 * MINUTE };

/** One thing that happens, `after` so many ms; `step` is what somebody does to the wall at that moment, ms. */
const moment = fc.record({
  after: fc.constantFrom(0, 1000, 20_000, 40_000, 90_000, 200_000),
  step: fc.constantFrom(0, 0, 0, 1000, -5000, 40_000, -90_000, HOUR, -HOUR, 30 * HOUR, -30 * HOUR),
  act: fc.oneof(
    { weight: 4, arbitrary: fc.record({ type: fc.constant("tick" as const) }) },
    {
      weight: 3,
      arbitrary: fc.record({ type: fc.constant("camera" as const), recording: fc.constantFrom(true, false, false) }),
    },
    fc.record({ type: fc.constant("hello" as const), device: fc.constantFrom("camera", "box", "jamsu") }),
    fc.record({ type: fc.constant("level" as const), value: fc.constantFrom(5, 5.4, 5.6) }),
    fc.record({ type: fc.constant("rain" as const), value: fc.constantFrom(0, 8, 15) }),
  ),
});
type River = Awaited<ReturnType<typeof testRiver>>;
type Moment = typeof moment extends fc.Arbitrary<infer T> ? T : never;

/** A river whose disk takes everything and keeps nothing: each `open` begins with the same empty city. */
async function forgetfulRiver(): Promise<River> {
  const river = await testRiver();
  // the first one makes the streams
  await river.open();
  river.store.batch = async () => [] as never;
  return river;
}

/** What the city told of alerts and links at each moment. The devices' own clocks are right all the time. */
async function told({ time, open }: River, moments: Moment[], steps: boolean): Promise<string[]> {
  Object.assign(time, { now: T0 + HOUR, stepped: 0 });
  const { flow, hub, registry, rebind } = await open();
  await rebind([...rules, notRecording, longSilent]);
  const heard: string[] = [];
  let nth = 0;
  const tell = hub.tell.bind(hub);
  hub.tell = (content) => {
    heard.push(...(content.alerts ?? []).map((a) => `${nth} ${a.ruleId} ${a.state}`));
    tell(content);
  };
  for (const { after, step, act } of moments) {
    nth++;
    time.now += after;
    if (steps) time.stepped += step;
    // event times lie months back: the wall's limit for the future is another matter
    const at = time.now - 2400 * HOUR;
    if (act.type === "tick") await flow.tick();
    else if (act.type === "camera")
      await flow.status("camera", { camera: { recording: act.recording, fps: 25, tampered: false } });
    else if (act.type === "hello") await flow.status(act.device, {});
    else if (act.type === "level") await flow.readings("jamsu", [{ stream: "water-level", at, value: act.value }]);
    else await flow.readings("gauge", [{ stream: "rainfall", at, value: act.value }]);
    heard.push(`${nth} ${[...registry.devices.values()].map((d) => d.link).join(" ")}`);
  }
  return heard;
}

test("whatever somebody does to the wall's clock, the same alerts rise and clear at the same moments", async () => {
  const river = await forgetfulRiver();
  await fc.assert(
    fc.asyncProperty(fc.array(moment, { minLength: 10, maxLength: 40 }), async (moments) => {
      expect(await told(river, moments, true)).toEqual(await told(river, moments, false));
    }),
    { numRuns: RUNS },
  );
}, 120_000);

test("a device that speaks stays fresh when the wall is set, and people read when it spoke by the wall as it is now", async () => {
  const { time, open } = await forgetfulRiver();
  const { flow, registry } = await open();
  const camera = () => registry.devices.get("camera");
  await flow.status("camera", {});
  time.now += 30_000;
  for (const step of [HOUR, -2 * HOUR, 1000 * HOUR]) {
    time.stepped += step;
    await flow.tick();
    expect(camera()).toMatchObject({ link: "fresh", lastSeenAt: time.now - 30_000 + time.stepped });
  }
  time.now += 10 * MINUTE;
  await flow.tick();
  expect(camera()?.link).toBe("offline");
});

test("a hold runs its time and no less or more, whatever the wall does; the alert ends no earlier than it began", async () => {
  const { time, open } = await forgetfulRiver();
  const { flow, hub, rebind } = await open();
  await rebind([notRecording]);
  const says = (recording: boolean) => flow.status("camera", { camera: { recording, fps: 25, tampered: false } });
  const alerts = () => [...hub.state.alerts.values()].map((a) => [a.ruleId, a.state, a.raisedAt, a.clearedAt]);
  await says(false);
  time.stepped += HOUR;
  time.now += 30_000;
  await says(false);
  expect(alerts()).toEqual([]);
  time.now += 30_000;
  await says(false);
  const raised = time.now + time.stepped;
  expect(alerts()).toEqual([["not-recording", "raised", raised, null]]);
  time.stepped -= 2 * HOUR;
  time.now += 1000;
  await says(true);
  const [[, state, , cleared] = []] = alerts();
  expect([state, Number(cleared) >= raised]).toEqual(["cleared", true]);
});

test("a stream that stops is missed although its device says hello, and only its reading ends that", async () => {
  const { time, open } = await forgetfulRiver();
  const { flow, hub, rebind } = await open();
  const stopped = { ...first, ...silence, id: "stopped", stream: "water-level", raise: 3, clear: 1 };
  await rebind([{ ...stopped, scope: { device: "jamsu" } }]);
  const read = () => flow.readings("jamsu", [{ stream: "water-level", at: time.now, value: 5 }]);
  const states = () => [...hub.state.alerts.values()].map((a) => a.state);
  await read();
  for (let i = 0; i < 3; i++) {
    expect(states()).toEqual([]);
    time.now += MINUTE;
    await flow.status("jamsu", {});
    await flow.tick();
  }
  expect(states()).toEqual(["raised"]);
  await read();
  await flow.tick();
  expect(states()).toEqual(["cleared"]);
});

test("a start of the city ends no silence: only who speaks ends it", async () => {
  const { time, store, open, alerts } = await testRiver();
  const first = await open();
  await first.flow.status("camera", {});
  time.now += 4 * MINUTE;
  await first.flow.tick();
  const lastSeenAt = BigInt(time.now - 4 * MINUTE);
  await store.write((tx) => tx.device.update({ where: { id: "camera" }, data: { lastSeenAt } }));
  time.now += HOUR;
  const second = await open();
  for (let i = 0; i < 5; i++) {
    await second.flow.tick();
    time.now += MINUTE;
  }
  expect((await alerts()).map((a) => a.slice(0, 2))).toEqual([["dark", "raised"]]);
  await second.flow.status("camera", {});
  await second.flow.tick();
  expect((await alerts()).map((a) => a.slice(0, 2))).toEqual([["dark", "cleared"]]);
});
