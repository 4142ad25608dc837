import { expect, it } from "vitest";
import { createClient } from "../client/client";
import { openWebhookSecret } from "../guard/webhook-secret";
import { raise, testApi } from "./test-api";

const hook = { url: "https://road.example/hook", events: ["assignment.requested", "alert.acknowledged"] as const };
const body = { url: hook.url, events: [...hook.events] };

async function withRoad() {
  const api = await testApi(createClient);
  const admin = api.as("admin");
  await admin.call("addAgency", { body: { id: "road", name: { ko: "도로과", en: "Roads" }, phone: "02-1" } });
  const { secret } = await admin.call("putWebhook", { params: { id: "road" }, body });
  const waiting = () => api.store.reader.notice.findMany({ orderBy: { seq: "asc" } });
  const acts = async () => (await admin.call("listAudit", { query: {} })).rows.map((r) => r.action);
  return { ...api, admin, secret, waiting, acts };
}

it("keeps agencies as data, on the record, and tells the screens", async () => {
  const { admin, changes, acts } = await withRoad();
  const again = admin.call("addAgency", { body: { id: "road", name: { ko: "가", en: "a" } } });
  await expect(again).rejects.toMatchObject({ code: "conflict" });
  const params = { id: "road" };
  await admin.call("changeAgency", { params, body: { name: { ko: "도로관리과", en: "Road office" }, phone: "" } });
  const { agencies } = await admin.call("listAgencies", {});
  expect(agencies.find((a) => a.id === "road")).toMatchObject({
    id: "road",
    name: { ko: "도로관리과", en: "Road office" },
    phone: "",
  });
  expect(changes.flatMap((c) => c.agencies ?? []).map((a) => a.phone)).toEqual(["02-1", ""]);
  expect(await acts()).toEqual(["agency.change", "webhook.put", "agency.add"]);
});

it("shows a secret once, keeps it sealed, and lets the old one sign for a day after a rotation", async () => {
  const { admin, secret, store, context } = await withRoad();
  const row = () => store.reader.webhook.findUniqueOrThrow({ where: { agencyId: "road" } });
  const first = (await row()).secretCipher;
  expect(secret).toMatch(/^whsec_/);
  expect(openWebhookSecret(context.deviceMaster, "road", first)).toBe(secret);
  expect(() => openWebhookSecret(context.deviceMaster, "police", first)).toThrow();
  const params = { id: "road" };
  expect(await admin.call("putWebhook", { params, body })).toEqual({ secret: null });
  const rotated = await admin.call("rotateWebhookSecret", { params });
  const after = await row();
  expect(openWebhookSecret(context.deviceMaster, "road", after.secretCipher)).toBe(rotated.secret);
  expect([after.oldCipher, Number(after.oldUntil) > Date.now()]).toEqual([first, true]);
  const said = JSON.stringify([await admin.call("listAudit", { query: {} }), await admin.call("listWebhooks", {})]);
  for (const word of [secret ?? "", rotated.secret, first]) expect(said).not.toContain(word);
});

it("refuses an address that is none, and a webhook of nobody", async () => {
  const { admin } = await withRoad();
  const put = (id: string, url: string) => admin.call("putWebhook", { params: { id }, body: { ...body, url } });
  for (const url of ["ftp://road.example/", "road.example", "https://name:word@road.example/"])
    await expect(put("road", url)).rejects.toMatchObject({ code: "invalid" });
  await expect(put("navy", hook.url)).rejects.toMatchObject({ code: "not-found" });
});

it("puts what happens into the outbox of the agency that was asked, and of nobody else", async () => {
  const { as, admin, waiting, store } = await withRoad();
  await admin.call("putWebhook", { params: { id: "fire" }, body });
  await raise(store, "a1");
  await raise(store, "a2", { hazard: "camera", deviceId: "camera" });
  for (const id of ["a1", "a2"]) await as("operator").call("acknowledgeAlert", { params: { id }, body: {} });
  const incident = await as("operator").call("openIncident", { body: { alertIds: ["a1"] } });
  const ask = (agencyId: string) =>
    as("operator").call("requestAssignment", { params: { id: incident.id }, body: { agencyId } });
  const asked = await ask("road");
  await expect(ask("road")).rejects.toMatchObject({ code: "conflict" });
  await ask("police");
  const rows = await waiting();
  expect(rows.map((r) => [r.kind, r.subject, r.receiver]).toSorted()).toEqual([
    ["alert.acknowledged", "alert:a1", "agency:fire"],
    ["alert.acknowledged", "alert:a1", "agency:road"],
    ["assignment.requested", `assignment:${asked.id}`, "agency:road"],
  ]);
  const told = JSON.parse(rows.at(-1)?.data ?? "");
  expect(told.assignment).toEqual(asked);
  expect(told.incident).toMatchObject({ id: incident.id, title: incident.title, lat: incident.lat });
  expect(told.incident.assignments).toBeUndefined();
});

it("lists what was given up, sends it again one by one or all, and gives up what waits when the webhook goes", async () => {
  const { admin, store, waiting, acts } = await withRoad();
  const row = { kind: "assignment.requested", subject: "assignment:a", data: "{}", at: 1n, receiver: "agency:road" };
  const dead = { ...row, state: "dead", attempts: 8, refusals: 8, lastError: "answered 400" };
  await store.write(async (tx) => {
    for (const id of ["n1", "n2", "n3"]) await tx.notice.create({ data: { ...dead, id } });
    await tx.notice.create({ data: { ...dead, id: "c1", receiver: "device:sign" } });
  });
  const page = await admin.call("listDeadNotices", { query: { limit: 2 } });
  expect([page.notices.map((n) => n.id), page.more]).toEqual([["n3", "n2"], true]);
  const seq = String(page.notices[0]?.seq);
  await admin.call("sendNoticeAgain", { params: { seq } });
  await expect(admin.call("sendNoticeAgain", { params: { seq } })).rejects.toMatchObject({ code: "not-found" });
  const states = async () => (await waiting()).map((n) => [n.id, n.state, n.attempts]);
  expect(await states()).toEqual([
    ["n1", "dead", 8],
    ["n2", "dead", 8],
    ["n3", "pending", 0],
    ["c1", "dead", 8],
  ]);
  expect(await admin.call("sendAllAgain", { params: { id: "road" } })).toEqual({ count: 2 });
  await admin.call("deleteWebhook", { params: { id: "road" } });
  expect((await states()).map(([, state]) => state)).toEqual(["dead", "dead", "dead", "dead"]);
  await expect(admin.call("deleteWebhook", { params: { id: "road" } })).rejects.toMatchObject({ code: "not-found" });
  expect((await acts()).slice(0, 3)).toEqual(["webhook.delete", "notice.send-all-again", "notice.send-again"]);
});
