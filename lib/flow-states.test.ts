import { beforeEach, describe, expect, test } from "vitest";
import { HOUR, MINUTE } from "./base/clock";
import type { Rule } from "./contract/rule";
import { deviceView } from "./ingest/registry";
import { rules, T0, testRiver } from "./test-river";

let river: Awaited<ReturnType<typeof testRiver>>;
beforeEach(async () => {
  river = await testRiver();
  river.time.now = T0;
});
type Open = Awaited<ReturnType<typeof river.open>>;
const level = (minute: number, value: number) => ({ stream: "water-level", at: T0 + minute * MINUTE, value });
const stateOf = ({ registry }: Open, id = "jamsu") => {
  const device = registry.devices.get(id);
  return device && deviceView(device).latest.map((l) => l.state)[0];
};

describe("a reading faster than physics", () => {
  test("is stored and marked, raises nothing alone, and is no news after the next one", async () => {
    const city = await river.open();
    await city.flow.readings("jamsu", [level(0, 2), level(1, 9)]);
    expect([await river.alerts(), stateOf(city)]).toEqual([[], "implausible"]);
    expect(await river.store.reader.reading.count()).toBe(2);
    await city.flow.readings("jamsu", [level(2, 2)]);
    expect([await river.alerts(), stateOf(city)]).toEqual([[], "fresh"]);
    expect((await river.store.reader.doubt.findMany()).map((d) => Number(d.at) - T0)).toEqual([MINUTE]);
  });

  test("raises with the second one that agrees, at its own time, also through a restart between them", async () => {
    await (await river.open()).flow.readings("jamsu", [level(0, 2), level(1, 9)]);
    const city = await river.open();
    await city.flow.readings("jamsu", [level(2, 9.1)]);
    expect(await river.alerts()).toEqual([["level", "raised", MINUTE, null]]);
    expect(await river.store.reader.doubt.count()).toBe(0);
    expect(stateOf(city)).toBe("fresh");
  });

  test("is forgotten where the disk refused it", async () => {
    const { flow } = await river.open();
    await flow.readings("jamsu", [level(0, 2)]);
    const batch = river.store.batch;
    river.store.batch = () => Promise.reject(new Error("disk full"));
    await expect(flow.readings("jamsu", [level(1, 9)])).rejects.toThrow("disk full");
    river.store.batch = batch;
    await flow.readings("jamsu", [level(1, 9)]);
    expect(await river.alerts()).toEqual([]);
    await flow.readings("jamsu", [level(2, 9)]);
    expect(await river.alerts()).toEqual([["level", "raised", MINUTE, null]]);
  });

  test("is not rain that fell, after a restart either", async () => {
    const rain = (minute: number, value: number) => ({ stream: "rainfall", at: T0 + minute * MINUTE, value });
    await (await river.open()).flow.readings("gauge", [rain(0, 0), rain(1, 150), rain(2, 1)]);
    await (await river.open()).flow.readings("gauge", [rain(3, 1)]);
    expect(await river.alerts()).toEqual([]);
  });
});

describe("the state of a stream", () => {
  test("grows old with time and is told once when it changes", async () => {
    const city = await river.open();
    const told: unknown[] = [];
    const tell = city.hub.tell.bind(city.hub);
    city.hub.tell = (content) => {
      told.push(...(content.states ?? []));
      tell(content);
    };
    await city.flow.readings("jamsu", [level(0, 2)]);
    for (const minutes of [1, 1, 1, 1]) {
      river.time.now += minutes * MINUTE;
      await city.flow.tick();
    }
    expect(told).toEqual([
      ["jamsu", "water-level", "late"],
      ["jamsu", "water-level", "stale"],
    ]);
    await city.flow.readings("jamsu", [level(4, 2)]);
    expect(stateOf(city)).toBe("fresh");
  });

  test("is frozen after a day of the same, also where the city was started anew meanwhile", async () => {
    const hours = (from: number, to: number) =>
      Array.from({ length: to - from }, (_, i) => level((from + i) * 60, 2.5));
    river.time.now = T0 + 23 * HOUR;
    await (await river.open()).flow.readings("jamsu", hours(0, 20));
    const city = await river.open();
    await city.flow.readings("jamsu", hours(20, 24));
    expect(stateOf(city)).toBe("fresh");
    river.time.now += HOUR;
    await city.flow.readings("jamsu", hours(24, 25));
    expect(stateOf(city)).toBe("frozen");
    await city.flow.readings("jamsu", [level(24 * 60 + 1, 2.51)]);
    expect(stateOf(city)).toBe("fresh");
  });

  test("says that a reading came out of order, or was out of range, until the next good one", async () => {
    const city = await river.open();
    river.time.now = T0 + 10 * MINUTE;
    await city.flow.readings("jamsu", [level(10, 2)]);
    await city.flow.readings("jamsu", [level(5, 2)]);
    await city.flow.tick();
    expect(stateOf(city)).toBe("out-of-order");
    await city.flow.readings("jamsu", [level(11, 1e6)]);
    await city.flow.tick();
    expect(stateOf(city)).toBe("implausible");
    await city.flow.readings("jamsu", [level(11, 2)]);
    expect(stateOf(city)).toBe("fresh");
  });
});

test("a value that stays away while its device speaks raises, and clears when it comes; a silent device is told by its own rule", async () => {
  const [base] = rules;
  if (!base) throw new Error("no rule");
  const missing: Rule = { ...base, id: "missing", raise: 3, clear: 1, measure: { type: "silence" } };
  const dark: Rule = { ...missing, id: "dark", stream: "" };
  const { flow } = await river.open([missing, dark]);
  const pass = async (minutes: number, hello: boolean) => {
    for (let i = 0; i < minutes; i++) {
      river.time.now += MINUTE;
      if (hello) await flow.status("jamsu", {});
      await flow.tick();
    }
  };
  await flow.readings("jamsu", [level(0, 2)]);
  await pass(2, true);
  expect(await river.alerts()).toEqual([]);
  await pass(2, true);
  expect((await river.alerts()).map((a) => a.slice(0, 2))).toEqual([["missing", "raised"]]);
  await flow.readings("jamsu", [level(4, 2)]);
  await flow.tick();
  expect((await river.alerts()).map((a) => a.slice(0, 2))).toEqual([["missing", "cleared"]]);
  await pass(5, false);
  expect((await river.alerts()).map((a) => a.slice(0, 2))).toEqual([
    ["missing", "cleared"],
    ["dark", "raised"],
  ]);
});
