import { generateKeyPairSync } from "node:crypto";
import { expect, it } from "vitest";
import { koreaPack } from "../analyze/pack/korea";
import { createClient } from "../client/client";
import { verifyAudit } from "../guard/audit";
import { openKey } from "../guard/device-key";
import { NOW, testApi } from "./test-api";

// nothing is signed in this test: any key will do
const PUBLIC_KEY = generateKeyPairSync("ed25519").publicKey.export({ type: "spki", format: "pem" }).toString();

const gauge = {
  id: "새-gauge",
  kind: "water-level",
  name: "새 수위계",
  lat: 37.5,
  lon: 127,
  zone: "riverside",
  properties: { datum: "EL" },
};

it("adds a device with a key that is shown once and stored sealed; changes, rotates, retires it", async () => {
  const { as, store, context, changes } = await testApi(createClient);
  const admin = as("admin");
  const { key } = await admin.call("addDevice", { body: gauge });
  const cipher = async () => (await store.reader.device.findUniqueOrThrow({ where: { id: gauge.id } })).keyCipher;
  expect(openKey(context.deviceMaster, gauge.id, await cipher())).toBe(key);
  expect(await store.reader.stream.count({ where: { deviceId: gauge.id } })).toBe(1);
  expect(await admin.call("getDevice", { params: { id: gauge.id } })).toMatchObject({ ...gauge, keepAliveMs: 600_000 });
  const moved = await admin.call("changeDevice", { params: { id: gauge.id }, body: { lat: 37.6 } });
  expect([moved.lat, moved.name]).toEqual([37.6, gauge.name]);
  const rotated = await admin.call("rotateDeviceKey", { params: { id: gauge.id } });
  expect(openKey(context.deviceMaster, gauge.id, await cipher())).toBe(rotated.key);
  expect((await admin.call("retireDevice", { params: { id: gauge.id } })).retiredAt).toBe(NOW);
  await expect(admin.call("retireDevice", { params: { id: gauge.id } })).rejects.toMatchObject({ code: "not-found" });
  expect((await admin.call("listDevices", { query: {} })).devices.map((d) => d.id)).not.toContain(gauge.id);
  expect((await admin.call("listDevices", { query: { retired: "true" } })).devices.map((d) => d.id)).toContain(
    gauge.id,
  );
  expect(changes).toHaveLength(4);
  expect(JSON.stringify(changes)).not.toContain("keyCipher");
});

it("refuses a device that the city cannot place", async () => {
  const { call } = (await testApi(createClient)).as("admin");
  await expect(call("addDevice", { body: { ...gauge, id: "jamsu" } })).rejects.toMatchObject({ code: "conflict" });
  await expect(call("addDevice", { body: { ...gauge, kind: "oven" } })).rejects.toMatchObject({ code: "invalid" });
  await expect(call("addDevice", { body: { ...gauge, zone: "moon" } })).rejects.toMatchObject({ code: "invalid" });
  await expect(call("addDevice", { body: { ...gauge, lat: 91 } })).rejects.toMatchObject({
    code: "invalid",
    detail: { fields: [{ path: "lat" }] },
  });
});

it("answers a stream's history in buckets that keep every peak", async () => {
  const { as, store } = await testApi(createClient);
  const stream = await store.reader.stream.findFirstOrThrow({ where: { deviceId: "jamsu" } });
  const values = Array.from({ length: 100 }, (_, i) => (i === 37 ? 9 : i / 100));
  await store.write((tx) =>
    tx.reading.createMany({
      data: values.map((value, i) => ({ at: BigInt(NOW + i * 1000), stream: stream.id, value })),
    }),
  );
  const ask = (from: number, to: number, points: number) =>
    as("operator").call("getSeries", { params: { id: "jamsu", stream: "water-level" }, query: { from, to, points } });
  const { points } = await ask(NOW, NOW + 99_999, 10);
  expect(points).toHaveLength(10);
  expect(points[3]).toEqual({ at: NOW + 39_000, min: 0.3, max: 9, last: 0.39, sum: 12.08, count: 10 });
  expect((await ask(NOW + 5000, NOW + 7000, 500)).points.map((p) => p.last)).toEqual([0.05, 0.06, 0.07]);
  await expect(ask(NOW, NOW, 10)).rejects.toMatchObject({ code: "invalid" });
  const params = { id: "jamsu", stream: "tampered" };
  await expect(as("operator").call("getSeries", { params, query: { from: 1, to: 2 } })).rejects.toMatchObject({
    code: "not-found",
  });
});

it("keeps every version of a rule and refuses the one who did not see the newest", async () => {
  const { as } = await testApi(createClient);
  const { id: _id, ...rule } = koreaPack.find((r) => r.id === "jamsu-vehicles") ?? koreaPack[0] ?? fail();
  const put = (version: number, change: object) =>
    as("admin").call("changeRule", {
      params: { id: "jamsu-vehicles" },
      body: { version, rule: { ...rule, ...change } },
    });
  expect(await put(1, { raise: 6, clear: 5.9 })).toMatchObject({ version: 2, raise: 6, createdBy: "The admin" });
  await expect(put(1, { raise: 5, clear: 4 })).rejects.toMatchObject({ code: "conflict" });
  const versions = (await as("admin").call("listRuleVersions", { params: { id: "jamsu-vehicles" } })).versions;
  expect(versions.map((v) => [v.version, v.raise])).toEqual([
    [2, 6],
    [1, 6.2],
  ]);
  for (const change of [
    { scope: { device: "none" } },
    { scope: { kind: "oven" } },
    { scope: { zone: "moon" } },
    { stream: "tampered" },
    { measure: { type: "rise", windowMs: 40 * 60_000 } },
    { stream: "", measure: { type: "conditions", over: "device", of: [part("tampered")] }, raise: 1, clear: 0 },
    { stream: "", measure: { type: "conditions", over: "device", of: [part("water-level")] }, raise: 2, clear: 0 },
  ])
    await expect(put(2, change)).rejects.toMatchObject({ code: "invalid" });
  await expect(as("admin").call("addRule", { body: { id: "jamsu-vehicles", rule } })).rejects.toMatchObject({
    code: "conflict",
  });
});

it("keeps a zone that something stands in", async () => {
  const { as } = await testApi(createClient);
  const ring = [
    [127, 37.5],
    [127.1, 37.5],
    [127.1, 37.6],
    [127, 37.5],
  ] as [number, number][];
  const geometry = { type: "Polygon" as const, coordinates: [ring] };
  const body = { purpose: "riverside" as const, name: { ko: "둔치", en: "Bank" }, geometry };
  const admin = as("admin");
  await admin.call("putZone", { params: { id: "bank" }, body });
  await admin.call("changeDevice", { params: { id: "jamsu" }, body: { zone: "bank" } });
  await expect(admin.call("deleteZone", { params: { id: "bank" } })).rejects.toMatchObject({ code: "conflict" });
  await admin.call("changeDevice", { params: { id: "jamsu" }, body: { zone: "street" } });
  await admin.call("deleteZone", { params: { id: "bank" } });
  const open = {
    ...body,
    geometry: { ...geometry, coordinates: [[...ring.slice(0, 3), [127, 37.51]] as [number, number][]] },
  };
  await expect(admin.call("putZone", { params: { id: "bank" }, body: open })).rejects.toMatchObject({
    code: "invalid",
  });
});

it("adds people, refuses to shut out the last admin, and writes it all down in an unbroken record", async () => {
  const { as, store } = await testApi(createClient);
  const admin = as("admin");
  const add = (email: string, role: "admin" | "police") =>
    admin.call("addPerson", { body: { name: email, email, role, password: "a long password" } });
  const first = await add("First@Haechi.local", "admin");
  expect([first.email, (await add("p@haechi.local", "police")).agencyId]).toEqual(["first@haechi.local", "police"]);
  await expect(add("first@haechi.local", "admin")).rejects.toMatchObject({ code: "conflict" });
  const change = (body: object) => admin.call("changePerson", { params: { id: first.id }, body });
  await expect(change({ disabled: true })).rejects.toMatchObject({ code: "conflict" });
  await add("second@haechi.local", "admin");
  expect(await change({ role: "fire" })).toMatchObject({ role: "fire", agencyId: "fire" });
  const page = await admin.call("listAudit", { query: { limit: 2 } });
  expect([page.rows.map((r) => r.action), page.more]).toEqual([["person.change", "person.add"], true]);
  expect((await admin.call("listAudit", { query: { before: page.rows[1]?.id } })).more).toBe(false);
  expect(await verifyAudit(store.file, PUBLIC_KEY)).toMatchObject({ ok: true, rows: 4 });
});

function part(stream: string) {
  return { stream, measure: { type: "value" }, direction: "at-or-above", raise: 1, clear: 0 };
}

function fail(): never {
  throw new Error("the pack has no such rule");
}
