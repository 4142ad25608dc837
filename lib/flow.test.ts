import { beforeEach, describe, expect, test } from "vitest";
import { MINUTE } from "./base/clock";
import { acknowledgeAlert } from "./store/alert/acknowledge-alert";
import { getAlerts } from "./store/alert/get-alerts";
import { listAlerts } from "./store/alert/list-alerts";
import { readingsAfter } from "./store/reading/readings-after";
import { refuseWrites } from "./store/test-store";
import { rules, T0, testRiver } from "./test-river";

let river: Awaited<ReturnType<typeof testRiver>>;
beforeEach(async () => {
  river = await testRiver();
});
const level = (minute: number, value: unknown) => ({ stream: "water-level", at: T0 + minute * MINUTE, value });

describe("a reading", () => {
  test("is durable when it is answered, and a repeat is a duplicate", async () => {
    const { flow } = await river.open();
    expect(await flow.readings("jamsu", [level(0, 5.6)])).toEqual({ accepted: 1, duplicates: 0, refused: [] });
    expect(await river.store.reader.reading.count()).toBe(1);
    expect(await flow.readings("jamsu", [level(0, 5.6), level(0, 5.6)])).toEqual({
      accepted: 0,
      duplicates: 2,
      refused: [],
    });
    expect(await river.alerts()).toEqual([["level", "raised", 0, null]]);
  });

  test("that is bad is refused alone, with its index and code", async () => {
    const { flow } = await river.open();
    const bad = [Number.NaN, "high", 1e9].map((value) => level(1, value));
    const year = { ...level(1, 2), at: new Date(river.time.now + 365 * 24 * 60 * MINUTE).toISOString() };
    const answer = await flow.readings("jamsu", [
      ...bad,
      { ...level(1, 2), stream: "wind" },
      year,
      { ...level(1, 2), at: "yesterday" },
      7,
      level(2, 2),
    ]);
    expect(answer.accepted).toBe(1);
    expect(answer.refused.map((r) => [r.index, r.code])).toEqual([
      [0, "not-a-number"],
      [1, "not-a-number"],
      [2, "out-of-range"],
      [3, "unknown-stream"],
      [4, "time-in-future"],
      [5, "bad-time"],
      [6, "malformed"],
    ]);
  });

  test("that is late is stored and raises nothing", async () => {
    const { flow } = await river.open();
    await flow.readings("jamsu", [level(10, 2)]);
    expect(await flow.readings("jamsu", [level(5, 9)])).toMatchObject({ accepted: 1 });
    expect(await river.alerts()).toEqual([]);
    expect(await readingsAfter(river.store, [1, 2, 3, 4], T0)).toMatchObject([{ value: 9 }, { value: 2 }]);
  });
});

test("an alert stands once through a restart and clears once", async () => {
  const first = await river.open();
  await first.flow.readings("jamsu", [level(0, 5.6), level(10, 5.7)]);
  const second = await river.open();
  await second.flow.readings("jamsu", [level(20, 5.8), level(30, 5.4), level(40, 5.2), level(50, 5.6)]);
  expect(await river.alerts()).toEqual([
    ["level", "cleared", 0, 40 * MINUTE],
    ["level", "raised", 50 * MINUTE, null],
  ]);
});

test("rain adds up over its window, also across a restart; a gauge that falls silent clears nothing, its next reading does", async () => {
  const rain = (minute: number, value: number) => ({ stream: "rainfall", at: T0 + minute * MINUTE, value });
  river.time.now = T0 + 10 * MINUTE;
  await (await river.open()).flow.readings("gauge", [rain(0, 11)]);
  const { flow } = await river.open();
  await flow.readings("gauge", [rain(10, 10)]);
  expect(await river.alerts()).toEqual([["rain", "raised", 10 * MINUTE, null]]);
  river.time.now = T0 + 40 * MINUTE;
  await flow.tick();
  expect((await river.alerts()).map((a) => a[1])).toEqual(["raised"]);
  await flow.readings("gauge", [rain(40, 0)]);
  expect(await river.alerts()).toEqual([["rain", "cleared", 10 * MINUTE, 40 * MINUTE]]);
});

test("a camera that falls silent raises once and clears when it speaks; silence while the city was away does not count", async () => {
  const { flow } = await river.open();
  await flow.status("camera", { camera: { recording: true, fps: 25, tampered: false } });
  river.time.now += 4 * MINUTE;
  await flow.tick();
  await flow.tick();
  expect((await river.alerts()).map((a) => a.slice(0, 2))).toEqual([["dark", "raised"]]);
  await flow.status("camera", {});
  await flow.tick();
  expect((await river.alerts()).map((a) => a.slice(0, 2))).toEqual([["dark", "cleared"]]);
  river.time.now += 60 * MINUTE;
  await (await river.open()).flow.tick();
  expect(await river.alerts()).toHaveLength(1);
});

test("apparent temperature is made of what a weather box says at one instant", async () => {
  const { flow, registry } = await river.open();
  const at = T0;
  await flow.readings("box", [
    { stream: "temperature", at, value: 35 },
    { stream: "humidity", at, value: 60 },
    { stream: "wind-speed", at, value: 1 },
  ]);
  expect(registry.devices.get("box")?.streams.get("apparent-temperature")).toMatchObject({
    latestAt: at,
    latestValue: 35.46,
  });
});

test("a disk that refuses loses nothing: the same readings are taken and judged once it works again", async () => {
  const { flow } = await river.open();
  const send = () => flow.readings("jamsu", [level(0, 5.6)]);
  await refuseWrites(river.store, true);
  for (const _again of [1, 2]) await expect(send()).rejects.toMatchObject({ code: "storage-unavailable" });
  await refuseWrites(river.store, false);
  await river.store.tend();
  expect(await send()).toEqual({ accepted: 1, duplicates: 0, refused: [] });
  expect(await river.alerts()).toEqual([["level", "raised", 0, null]]);
});

test("an alert of several levels is one row that rises, has to be seen again, and falls", async () => {
  const first = await river.open();
  const [base] = rules;
  if (!base) throw new Error("no rule");
  const steps = [{ level: 4 as const, raise: 6.2, clear: 6.1 }];
  await first.rebind([{ ...base, steps }]);
  await first.flow.readings("jamsu", [level(0, 5.6)]);
  const [id = ""] = first.hub.state.alerts.keys();
  await river.store.write((tx) => acknowledgeAlert(tx, id, { at: 1, by: "Kim", note: null }));
  await first.flow.readings("jamsu", [level(10, 6.3)]);
  const risen = { level: 4, state: "raised", acknowledgedBy: null, levels: [{ from: 2, level: 4, value: 6.3 }] };
  expect(first.hub.state.alerts.get(id)).toMatchObject(risen);
  expect(await getAlerts(river.store.reader, [id])).toMatchObject([risen]);
  await first.flow.readings("jamsu", [level(20, 6), level(30, 5.3)]);
  expect(await getAlerts(river.store.reader, [id])).toMatchObject([{ level: 2, state: "cleared", clearedValue: 5.3 }]);
  expect(await river.alerts()).toHaveLength(1);
});

test("a zone is judged as a whole, over the restart too; its alert has the place of the device that made it so", async () => {
  const [base] = rules;
  if (!base) throw new Error("no rule");
  const condition = { direction: "at-or-above", clear: 5, measure: { type: "value" } } as const;
  const of = [
    { ...condition, stream: "water-level", raise: 5.5 },
    { ...condition, stream: "rainfall", raise: 20 },
  ];
  const measure = { type: "conditions" as const, over: "zone" as const, of };
  const both = { ...base, id: "both", scope: { zone: "street" }, stream: "", raise: 2, clear: 1, measure };
  await (await river.open([both])).flow.readings("jamsu", [level(0, 5.6)]);
  await (await river.open([both])).flow.readings("gauge", [{ stream: "rainfall", at: T0 + MINUTE, value: 21 }]);
  await (await river.open([both])).flow.readings("jamsu", [level(2, 5)]);
  const found = await listAlerts(river.store.reader, { limit: 9 });
  const place = { deviceId: "gauge", zone: "street", zoneWide: true, stream: "rainfall" };
  expect(found).toMatchObject([{ ruleId: "both", state: "cleared", ...place }]);
});
