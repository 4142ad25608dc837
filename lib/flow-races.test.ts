import { describe, expect, test } from "vitest";
import { MINUTE } from "./base/clock";
import { refuseWrites } from "./store/test-store";
import { rules, T0, testRiver } from "./test-river";

const level = (minute: number, value: number) => ({ stream: "water-level", at: T0 + minute * MINUTE, value });
const rain = (minute: number, value: number) => ({ stream: "rainfall", at: T0 + minute * MINUTE, value });
const without = (id: string) => rules.filter((r) => r.id !== id);

function signal(): [Promise<void>, () => void] {
  let give = () => {};
  const promise = new Promise<void>((resolve) => {
    give = resolve;
  });
  return [promise, () => give()];
}

/** Lets the disk wait until `go` is called, and then fail if it is told so. */
function slowDisk(store: Awaited<ReturnType<typeof testRiver>>["store"], fails: boolean) {
  const batch = store.batch;
  const [gate, go] = signal();
  const [reached, reach] = signal();
  store.batch = async (statements) => {
    store.batch = batch;
    reach();
    await gate;
    if (fails) throw new Error("disk full");
    return batch(statements);
  };
  return { go, reached };
}

describe("rules that change while a group is on its way to the disk", () => {
  test("clear what the group raised under a rule that is gone", async () => {
    const { store, open, alerts } = await testRiver();
    const { flow, hub, rebind } = await open();
    const disk = slowDisk(store, false);
    const answer = flow.readings("jamsu", [level(0, 5.6)]);
    await disk.reached;
    const bound = rebind(without("level"));
    disk.go();
    await answer;
    await bound;
    expect((await alerts()).map((a) => a.slice(0, 2))).toEqual([["level", "cleared"]]);
    expect([...hub.state.alerts.values()].map((a) => a.state)).toEqual(["cleared"]);
  });

  test("do not keep what a failed group only thought", async () => {
    const { store, open, alerts } = await testRiver();
    const { flow, rebind } = await open();
    const disk = slowDisk(store, true);
    const answer = flow.readings("jamsu", [level(0, 5.6)]);
    await disk.reached;
    const bound = rebind([...rules]);
    disk.go();
    await expect(answer).rejects.toThrow("disk full");
    await bound;
    await flow.readings("jamsu", [level(0, 5.6), level(1, 5.2)]);
    expect(await alerts()).toEqual([["level", "cleared", 0, MINUTE]]);
  });
});

describe("a rule that no longer fits", () => {
  test("lets its alert go also when it was taken away while the city was down", async () => {
    const { store, open, alerts, time } = await testRiver();
    await (await open()).flow.readings("jamsu", [level(0, 5.6)]);
    await store.write((tx) => tx.device.update({ where: { id: "jamsu" }, data: { retiredAt: 1n } }));
    await open();
    expect(await alerts()).toEqual([["level", "cleared", 0, time.now - T0]]);
    await open();
    expect(await alerts()).toHaveLength(1);
  });

  test("begins anew when it fits again, also after a restart", async () => {
    const { open, alerts } = await testRiver();
    const first = await open();
    await first.flow.readings("jamsu", [level(0, 5.6)]);
    await first.rebind(without("level"));
    await first.rebind([...rules]);
    await first.flow.readings("jamsu", [level(1, 5.7)]);
    const second = await open();
    await second.flow.readings("jamsu", [level(2, 5.8), level(3, 5.2)]);
    expect((await alerts()).map((a) => a.slice(0, 3))).toEqual([
      ["level", "cleared", 0],
      ["level", "cleared", MINUTE],
    ]);
  });
});

describe("a sum", () => {
  test("knows the rain that fell before its rule was made or its window changed", async () => {
    const { open, alerts } = await testRiver();
    const { flow, rebind } = await open();
    await flow.readings("gauge", [rain(30, 9), rain(40, 9)]);
    const longer = rules.map((r) =>
      r.id === "rain" ? { ...r, measure: { type: "sum" as const, windowMs: 30 * MINUTE } } : r,
    );
    await rebind(longer);
    await flow.readings("gauge", [rain(50, 3)]);
    expect(await alerts()).toEqual([["rain", "raised", 50 * MINUTE, null]]);
  });

  test("counts rain that was told late, without raising for the past", async () => {
    const { open, alerts } = await testRiver();
    const { flow } = await open();
    await flow.readings("gauge", [rain(10, 9)]);
    await flow.readings("gauge", [rain(5, 12)]);
    expect(await alerts()).toEqual([]);
    await flow.readings("gauge", [rain(11, 0)]);
    expect(await alerts()).toEqual([["rain", "raised", 11 * MINUTE, null]]);
  });
});

test("a rise that late readings complete is not told of the past: the next reading is judged with them, at its own time", async () => {
  const { open, alerts } = await testRiver();
  const { flow, rebind } = await open();
  const base = rules.find((r) => r.id === "level");
  if (!base) return expect.unreachable();
  const measure = { type: "rise", windowMs: 60 * MINUTE } as const;
  await rebind([{ ...base, id: "rise", measure, raise: 2, clear: 1 }]);
  const risen = (minute: number) => level(minute, minute * 0.05);
  await flow.readings("jamsu", [risen(50), risen(55)]);
  await flow.readings(
    "jamsu",
    Array.from({ length: 9 }, (_, i) => risen(45 - 5 * i)),
  );
  expect(await alerts()).toEqual([]);
  await flow.readings("jamsu", [risen(60)]);
  expect(await alerts()).toEqual([["rise", "raised", 60 * MINUTE, null]]);
});

test("screens hear of a silent device, and health stays honest, while the disk refuses", async () => {
  const { store, open, time } = await testRiver();
  const { flow, registry, hub } = await open();
  await flow.status("camera", {});
  await flow.tick();
  const told: unknown[] = [];
  const tell = hub.tell.bind(hub);
  hub.tell = (content) => {
    told.push(...(content.links ?? []).map((l) => [l.id, l.link]));
    tell(content);
  };
  await refuseWrites(store, true);
  time.now += 10 * MINUTE;
  await expect(flow.tick()).rejects.toThrow(/can only be read/);
  expect(told).toContainEqual(["camera", "offline"]);
  expect(registry.devices.get("camera")?.link).toBe("offline");
  await flow.status("box", {});
  expect(store.guard.storage).toEqual({ state: "read-only", since: expect.any(Number) });
});

test("a device that says hello a thousand times a second is told of once", async () => {
  const { open } = await testRiver();
  const { flow, hub } = await open();
  let links = 0;
  const tell = hub.tell.bind(hub);
  hub.tell = (content) => {
    links += content.links?.length ?? 0;
    tell(content);
  };
  for (let i = 0; i < 1000; i++) await flow.status("box", { battery: 50 });
  await flow.tick();
  await flow.tick();
  expect(links).toBe(1);
});

test("what a camera says of itself is stored only where its kind can measure it, at a time that can be", async () => {
  const { store, open, time } = await testRiver();
  const { flow } = await open();
  await flow.status("camera", { at: 5, camera: { recording: true, fps: 1e300, tampered: false } });
  const rows = await store.reader.reading.findMany();
  expect(rows.map((r) => [Number(r.at), r.value])).toEqual([
    [time.now, 1],
    [time.now, 0],
  ]);
});

test("what a gateway brings is a sign of life of its children", async () => {
  const { store, open, time } = await testRiver();
  const properties = JSON.stringify({ gateway: "box" });
  await store.write((tx) => tx.device.update({ where: { id: "jamsu" }, data: { properties } }));
  const { flow, registry } = await open();
  expect(await flow.readings("box", [{ ...level(0, 2), deviceId: "jamsu" }])).toMatchObject({ accepted: 1 });
  await flow.tick();
  expect(registry.devices.get("jamsu")).toMatchObject({ lastSeenAt: time.now, link: "fresh" });
});
