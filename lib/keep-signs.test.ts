import { expect, test } from "vitest";
import { DAY } from "./base/clock";
import type { Alert } from "./contract/alert";
import type { Rule } from "./contract/rule";
import { Registry } from "./ingest/registry";
import { keepSigns } from "./keep-signs";
import { kinds } from "./kinds/index";
import { loadRegistry } from "./rebind";
import { addDevice } from "./store/device/add-device";
import { settleNotices } from "./store/notice/settle-notices";
import { testStore } from "./store/test-store";

const place = { lat: 37.5, lon: 127, zone: "up-guro", class: 1, simulated: false, properties: {} };
const unused = { keepAliveMs: 1, keyCipher: "", createdAt: 0, retiredAt: null, lastSeenAt: null, status: null };
const alert = (id: string, level: number) =>
  ({
    id,
    level,
    ruleId: "r",
    state: "raised",
    published: true,
    raisedAt: 1,
    hazard: "flood",
    ...place,
  }) as unknown as Alert;

async function signs() {
  const store = await testStore();
  await store.write(async (tx) => {
    for (const [id, kind] of [
      ["sign", "signboard"],
      ["gauge", "water-level"],
    ] as const)
      await addDevice(tx, { ...place, ...unused, id, kind, name: id }, []);
  });
  const [time, alerts] = [{ now: 1_000 }, new Map<string, Alert>()];
  const clock = { now: () => time.now, steady: () => time.now };
  let count = 0;
  const open = async () => {
    const registry = new Registry(clock);
    await loadRegistry(store, registry, kinds);
    const rules = [{ id: "r", advice: { ko: "진입 금지", en: "Do not enter" } }] as Rule[];
    const facts = () => ({ alerts: alerts.values(), rules, zone: () => undefined });
    return keepSigns({ store, clock, registry, facts, newId: () => `c${++count}`, ring: () => undefined });
  };
  const orders = async () =>
    (await store.reader.notice.findMany({ orderBy: { seq: "asc" } })).map(({ id, receiver, state, data }) => {
      return [id, receiver, state, JSON.parse(data).text];
    });
  const end = async (state: "delivered" | "dead") => {
    const { seq } = await store.reader.notice.findFirstOrThrow({ where: { state: "pending" } });
    const mark = { attempts: 1, refusals: 0, firstTriedAt: 1, nextAttemptAt: null, lastError: null };
    await settleNotices(store, [{ ...mark, seq, state, deliveredAt: state === "delivered" ? 5 : null }]);
  };
  return { alerts, time, open, orders, end };
}

test("a sign is ordered to show the worst that stands, once, and to show nothing when it is over; a restart orders nothing again", async () => {
  const { alerts, open, orders, end } = await signs();
  const first = await open();
  expect([await first.look(), await orders(), first.of("sign")]).toEqual([[], [], undefined]);
  alerts.set("a", alert("a", 2));
  expect(await first.look()).toEqual(["sign"]);
  expect(first.of("sign")).toMatchObject({ text: "진입 금지", level: 2, state: "pending", acknowledgedAt: null });
  await end("delivered");
  expect(await first.look()).toEqual(["sign"]);
  expect(first.of("sign")).toMatchObject({ state: "delivered", acknowledgedAt: 5 });
  const second = await open();
  await second.look();
  expect(second.of("sign")).toMatchObject({ state: "delivered" });
  alerts.clear();
  await second.look();
  expect(await orders()).toEqual([
    ["c1", "device:sign", "delivered", "진입 금지"],
    ["c2", "device:sign", "pending", null],
  ]);
});

test("a newer order takes the place of one that has not gone; a refusal is not repeated, an order too old for its sign is", async () => {
  const { alerts, time, open, orders, end } = await signs();
  const keep = await open();
  alerts.set("a", alert("a", 2));
  await keep.look();
  alerts.set("b", alert("b", 4));
  await keep.look();
  expect((await orders()).map(([id]) => id)).toEqual(["c2"]);
  await end("dead");
  await keep.look();
  expect(keep.of("sign")).toMatchObject({ state: "failed", level: 4 });
  expect(await orders()).toHaveLength(1);
  time.now += DAY;
  await keep.look();
  expect((await orders()).map(([id, , state]) => [id, state])).toEqual([
    ["c2", "dead"],
    ["c3", "pending"],
  ]);
});
