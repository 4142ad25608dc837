import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { Watch } from "./analyze/watch";
import { MINUTE } from "./base/clock";
import { timeId } from "./base/id";
import type { Rule } from "./contract/rule";
import { Flow } from "./flow";
import { Registry } from "./ingest/registry";
import { kinds } from "./kinds/index";
import { LiveHub } from "./live/hub";
import { fits, loadRegistry, recallWindows } from "./rebind";
import { alertsForScreens } from "./store/alert/list-alerts";
import { addDevice } from "./store/device/add-device";
import { migrate } from "./store/migrate";
import { openStore, type Store } from "./store/open";
import { putRule } from "./store/rule/put-rule";
import { loadRuleStates } from "./store/rule-state/load-rule-states";

const T0 = Date.parse("2022-08-08T20:00:00+09:00");
let store: Store;
let now = T0;
const clock = { now: () => now };

const base = {
  hazard: "flood",
  level: 2,
  measure: { type: "value" },
  direction: "at-or-above",
  holdMs: 0,
  publish: true,
  source: "test",
  effectiveFrom: "2020-01-01",
  official: false,
  enabled: true,
  version: 1,
  createdAt: 0,
  createdBy: "test",
  name: { ko: "가", en: "a" },
  advice: { ko: "가", en: "a" },
} as const;
const rules: Rule[] = [
  { ...base, id: "level", scope: { device: "jamsu" }, stream: "water-level", raise: 5.5, clear: 5.3 },
  {
    ...base,
    id: "rain",
    scope: { kind: "rain-gauge" },
    stream: "rainfall",
    raise: 20,
    clear: 15,
    measure: { type: "sum", windowMs: 15 * MINUTE },
  },
  { ...base, id: "dark", scope: { kind: "cctv" }, stream: "", raise: 3, clear: 1, measure: { type: "silence" } },
];

const device = {
  name: "x",
  lat: 37.5,
  lon: 127,
  zone: "street",
  class: 0,
  simulated: false,
  properties: {},
  keepAliveMs: MINUTE,
  keyCipher: "",
  createdAt: 0,
  retiredAt: null,
  lastSeenAt: null,
  status: null,
};

/** The river on the store as it is: what a start of the city does. */
async function open() {
  const registry = new Registry();
  await loadRegistry(store, registry, kinds);
  const watch = new Watch();
  const known = {
    kinds: [],
    agencies: [],
    stations: [],
    zones: [],
    incidents: [],
    units: [],
    alerts: await alertsForScreens(store, 10),
  };
  const source = {
    city: () => {
      throw new Error("not asked");
    },
    devices: () => [],
    health: () => {
      throw new Error("not asked");
    },
    summary: () => {
      throw new Error("not asked");
    },
    hidden: () => false,
  };
  const hub = new LiveHub({
    boot: timeId(),
    clock,
    known,
    source,
    visible: () => null,
    identify: async () => ({ room: "public", me: null }),
  });
  const flow = new Flow({ store, clock, newId: timeId, registry, watch, hub, startedAt: now });
  await flow.release(watch.bind(fits(registry, rules, [], Date.now()), await loadRuleStates(store)));
  await recallWindows(store, registry, watch, now);
  return { flow, registry, hub };
}

const alerts = async () =>
  (await store.reader.alert.findMany({ orderBy: { raisedAt: "asc" } })).map((a) => [
    a.ruleId,
    a.state,
    Number(a.raisedAt) - T0,
    a.clearedAt && Number(a.clearedAt) - T0,
  ]);
const level = (minute: number, value: unknown) => ({ stream: "water-level", at: T0 + minute * MINUTE, value });

beforeEach(async () => {
  now = T0 + 60 * MINUTE;
  const url = `file:${join(mkdtempSync(join(tmpdir(), "haechi-flow-")), "city.db")}`;
  migrate(url);
  store = await openStore(url);
  await store.write(async (tx) => {
    for (const rule of rules) await putRule(tx, rule);
    for (const [id, kind] of [
      ["jamsu", "water-level"],
      ["gauge", "rain-gauge"],
      ["camera", "cctv"],
      ["box", "weather"],
    ] as const) {
      await addDevice(tx, { ...device, id, kind }, []);
    }
  });
});
afterEach(() => store.close());

describe("a reading", () => {
  test("is durable when it is answered, and a repeat is a duplicate", async () => {
    const { flow } = await open();
    expect(await flow.readings("jamsu", [level(0, 5.6)])).toEqual({ accepted: 1, duplicates: 0, refused: [] });
    expect(await store.reader.reading.count()).toBe(1);
    expect(await flow.readings("jamsu", [level(0, 5.6), level(0, 5.6)])).toEqual({
      accepted: 0,
      duplicates: 2,
      refused: [],
    });
    expect(await alerts()).toEqual([["level", "raised", 0, null]]);
  });

  test("that is bad is refused alone, with its index and code", async () => {
    const { flow } = await open();
    const bad = [Number.NaN, "high", 1e9].map((value) => level(1, value));
    const year = { ...level(1, 2), at: new Date(now + 365 * 24 * 60 * MINUTE).toISOString() };
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
    const { flow } = await open();
    await flow.readings("jamsu", [level(10, 2)]);
    expect(await flow.readings("jamsu", [level(5, 9)])).toMatchObject({ accepted: 1 });
    expect(await alerts()).toEqual([]);
    expect(await store.reader.reading.count()).toBe(2);
  });
});

test("an alert stands once through a restart and clears once", async () => {
  const first = await open();
  await first.flow.readings("jamsu", [level(0, 5.6), level(10, 5.7)]);
  const second = await open();
  await second.flow.readings("jamsu", [level(20, 5.8), level(30, 5.4), level(40, 5.2), level(50, 5.6)]);
  expect(await alerts()).toEqual([
    ["level", "cleared", 0, 40 * MINUTE],
    ["level", "raised", 50 * MINUTE, null],
  ]);
});

test("rain adds up over its window, also across a restart; a gauge that falls silent clears nothing, its next reading does", async () => {
  const rain = (minute: number, value: number) => ({ stream: "rainfall", at: T0 + minute * MINUTE, value });
  now = T0 + 10 * MINUTE;
  await (await open()).flow.readings("gauge", [rain(0, 11)]);
  const { flow } = await open();
  await flow.readings("gauge", [rain(10, 10)]);
  expect(await alerts()).toEqual([["rain", "raised", 10 * MINUTE, null]]);
  now = T0 + 40 * MINUTE;
  await flow.tick();
  expect((await alerts()).map((a) => a[1])).toEqual(["raised"]);
  await flow.readings("gauge", [rain(40, 0)]);
  expect(await alerts()).toEqual([["rain", "cleared", 10 * MINUTE, 40 * MINUTE]]);
});

test("a camera that falls silent raises once and clears when it speaks; silence while the city was away does not count", async () => {
  const { flow } = await open();
  await flow.status("camera", { camera: { recording: true, fps: 25, tampered: false } });
  now += 4 * MINUTE;
  await flow.tick();
  await flow.tick();
  expect((await alerts()).map((a) => a.slice(0, 2))).toEqual([["dark", "raised"]]);
  await flow.status("camera", {});
  await flow.tick();
  expect((await alerts()).map((a) => a.slice(0, 2))).toEqual([["dark", "cleared"]]);
  now += 60 * MINUTE;
  await (await open()).flow.tick();
  expect(await alerts()).toHaveLength(1);
});

test("apparent temperature is made of what a weather box says at one instant", async () => {
  const { flow, registry } = await open();
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
  const { flow } = await open();
  const batch = store.batch;
  store.batch = () => Promise.reject(new Error("disk full"));
  await expect(flow.readings("jamsu", [level(0, 5.6)])).rejects.toThrow("disk full");
  store.batch = batch;
  expect(await flow.readings("jamsu", [level(0, 5.6)])).toEqual({ accepted: 1, duplicates: 0, refused: [] });
  expect(await alerts()).toEqual([["level", "raised", 0, null]]);
});
