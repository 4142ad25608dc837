import { expect, it } from "vitest";
import { MINUTE as MIN } from "../base/clock";
import { createClient } from "../client/client";
import { firstResponsePolicy, lateMs } from "../contract/deadline";
import { Incident } from "../contract/incident";
import { keepDeadlines } from "../keep-deadlines";
import { NOW, raise, testApi } from "./test-api";

/** An incident, of level 4 unless said, with the police asked to it, and a clock that the test moves. */
async function asked(level: 2 | 4 = 4) {
  let now = NOW;
  const api = await testApi(createClient, { clock: { now: () => now } });
  await raise(api.store, "a1", { level });
  const incident = await api.as("operator").call("openIncident", { body: { alertIds: ["a1"] } });
  const params = { id: incident.id };
  const ask = (agencyId: string) => api.as("operator").call("requestAssignment", { params, body: { agencyId } });
  const police = await ask("police");
  const read = async () => Incident.parse(await api.as("operator").call("getIncident", { params }));
  const mine = async () => (await read()).assignments[0];
  let told = 0;
  const keep = () =>
    keepDeadlines({
      ...api.context,
      tell: (incidents) => {
        told += incidents.length;
      },
      ring: () => undefined,
    });
  const at = (minutes: number) => {
    now = NOW + minutes * MIN;
  };
  const kinds = async () => (await read()).timeline.map((e) => e.kind);
  const answer = (step: "accept" | "refuse" | "en-route" | "arrive" | "clear", body = {}) =>
    api.as("police").call("stepAssignment", { params: { id: police.id, step }, body });
  return { ...api, params, police, ask, read, mine, keep, at, kinds, answer, told: () => told };
}

it("is received by a console, then seen by a person, each once, with time and name", async () => {
  const { as, police, at, mine, kinds } = await asked();
  const receive = (role: "police" | "fire", by: "console" | "person") =>
    as(role).call("receiveAssignment", { params: { id: police.id }, body: { by } });
  await expect(receive("fire", "console")).rejects.toMatchObject({ code: "not-found" });
  at(0.5);
  await Promise.all([receive("police", "console"), receive("police", "console")]);
  at(0.7);
  await receive("police", "person");
  await receive("police", "person");
  expect(await mine()).toMatchObject({
    state: "requested",
    receivedAt: NOW + 0.5 * MIN,
    receivedBy: "The police",
    seenAt: NOW + 0.7 * MIN,
    seenBy: "The police",
  });
  expect((await kinds()).slice(1)).toEqual(["requested", "received", "seen"]);
  expect((await mine())?.deadlines.find((d) => d.step === "received")).toMatchObject({
    state: "met",
    endedAt: NOW + 0.5 * MIN,
    missedAt: null,
  });
});

it("names the unit with the answer or later, once; the second is told who was first", async () => {
  const { as, police, answer, mine } = await asked();
  const unit = (unitId: string) => as("police").call("assignUnit", { params: { id: police.id }, body: { unitId } });
  await expect(unit("police-1")).rejects.toMatchObject({ code: "conflict" });
  await answer("accept");
  expect((await mine())?.unitAt).toBeNull();
  await unit("police-1");
  expect(await mine()).toMatchObject({ unitId: "police-1", unitBy: "The police", state: "accepted" });
  const loser = await unit("police-2").catch((error) => error);
  expect([loser.code, loser.detail]).toMatchObject(["conflict", { unitId: "police-1", by: "The police" }]);
  const twice = await answer("accept").catch((error) => error);
  expect(twice.message).toContain("Last step by The police");
  expect(twice.detail).toMatchObject({ state: "accepted", by: "The police", at: NOW });
});

it("tells a miss once: timeline, record, outbox; a step that comes late is late by so much, and the miss stays", async () => {
  const { at, keep, kinds, answer, mine, store } = await asked();
  await store.write((tx) =>
    tx.webhook.create({
      data: { agencyId: "police", url: "http://x", secretCipher: "", events: '["assignment.overdue"]' },
    }),
  );
  await keep();
  at(1.2);
  await Promise.all([keep(), keep()]);
  await keep();
  expect((await kinds()).slice(2)).toEqual(["missed"]);
  expect(await store.reader.audit.count({ where: { action: "deadline.miss" } })).toBe(1);
  expect(await store.reader.notice.count({ where: { kind: "assignment.overdue" } })).toBe(1);
  // the answer comes after its own deadline, which no look had found yet
  at(2.4);
  await answer("accept", { unitId: "police-1" });
  const deadlines = (await mine())?.deadlines ?? [];
  expect(deadlines.map((d) => [d.step, d.state, lateMs(d)])).toEqual([
    ["received", "met", 1.4 * MIN],
    ["answered", "met", 0.4 * MIN],
    ["unit", "met", null],
    ["en-route", "open", null],
    ["arrived", "open", null],
  ]);
  expect((await kinds()).slice(2)).toEqual(["missed", "missed", "escalated", "escalated", "accepted"]);
});

it("escalates a miss by the stored policy: the agency again, the shift's lead, the agency to ask instead; not after the answer", async () => {
  const { at, keep, mine, kinds, answer, told, store } = await asked();
  for (const minutes of [1, 1.4, 1.5, 1.6, 2, 3, 3.5]) {
    at(minutes);
    await keep();
  }
  const received = (await mine())?.deadlines[0];
  expect(received?.escalations.map((e) => [e.to, e.agencyId, (e.dueAt - NOW) / MIN])).toEqual([
    ["asked", null, 1.5],
    ["lead", null, 2],
    ["next", "fire", 3],
  ]);
  expect((await kinds()).filter((kind) => kind === "escalated")).toHaveLength(3);
  expect(await store.reader.audit.count({ where: { action: "assignment.escalate" } })).toBe(3);
  const before = told();
  await answer("refuse", { reason: "no crew" });
  at(60);
  await keep();
  expect(told()).toBe(before);
  expect((await mine())?.deadlines.filter((d) => d.state === "open")).toEqual([]);
});

it("drops deadlines with a request that is taken back", async () => {
  const { as, police, at, keep, kinds } = await asked();
  await as("operator").call("cancelAssignment", { params: { id: police.id }, body: { reason: "a mistake" } });
  at(60);
  await keep();
  expect((await kinds()).slice(2)).toEqual(["cancelled"]);
});

it("counts a request as received when its webhook has taken it", async () => {
  const { store, police, keep, mine, at } = await asked();
  const notice = { kind: "assignment.requested", subject: `assignment:${police.id}`, data: "{}", at: BigInt(NOW) };
  await store.write((tx) =>
    tx.notice.create({ data: { id: "n1", receiver: "agency:police", state: "pending", ...notice } }),
  );
  await keep();
  expect((await mine())?.receivedAt).toBeNull();
  await store.write((tx) => tx.notice.updateMany({ data: { state: "delivered" } }));
  at(0.1);
  await keep();
  await keep();
  expect(await mine()).toMatchObject({ receivedAt: NOW + 0.1 * MIN, receivedBy: "webhook", seenAt: null });
});

it("lets the admin change the policy for requests from now on, and tells who changed it at the same moment", async () => {
  const { as, ask, read } = await asked();
  const policy = structuredClone(firstResponsePolicy);
  policy["4"].minutes = { ...policy["4"].minutes, received: null, answered: 1.5 };
  const put = () => as("admin").call("putResponsePolicy", { body: { before: firstResponsePolicy, policy } });
  await put();
  await expect(put()).rejects.toMatchObject({ code: "conflict" });
  await ask("fire");
  const [police, fire] = (await read()).assignments;
  expect([police?.deadlines[0]?.step, fire?.deadlines[0]?.step]).toEqual(["received", "answered"]);
  expect(fire?.deadlines[0]?.dueAt).toBe(NOW + 1.5 * MIN);
});

it("carries messages to all on the incident, or to one of them; the desk reads all", async () => {
  const { as, ask, params } = await asked();
  const say = (role: "operator" | "police" | "fire", text: string, to: string | null = null) =>
    as(role).call("messageIncident", { params, body: { text, to } });
  await expect(say("fire", "hello")).rejects.toMatchObject({ code: "not-found" });
  await expect(say("operator", "hello", "fire")).rejects.toMatchObject({ code: "invalid" });
  await ask("fire");
  await say("operator", "to all");
  await say("operator", "to the police", "police");
  await say("fire", "fire to police", "police");
  await say("fire", "fire to all");
  await expect(say("fire", "to myself", "fire")).rejects.toMatchObject({ code: "invalid" });
  const heard = async (role: "operator" | "police" | "fire") =>
    (await as(role).call("getIncident", { params })).timeline
      .filter((e) => e.kind === "message")
      .map((e) => e.detail.text);
  expect(await heard("operator")).toEqual(["to all", "to the police", "fire to police", "fire to all"]);
  expect(await heard("police")).toEqual(["to all", "to the police", "fire to police", "fire to all"]);
  expect(await heard("fire")).toEqual(["to all", "fire to police", "fire to all"]);
});

it("keeps the states of a unit's assignments apart", async () => {
  const { as, store, police, answer, mine } = await asked();
  await raise(store, "a2", { level: 2, deviceId: "gauge" });
  const second = await as("operator").call("openIncident", { body: { alertIds: ["a2"] } });
  const other = await as("operator").call("requestAssignment", {
    params: { id: second.id },
    body: { agencyId: "police", unitId: "police-1" },
  });
  await answer("accept", { unitId: "police-1" });
  await answer("en-route");
  const unit = async () => (await as("operator").call("listUnits", {})).units.find((u) => u.id === "police-1");
  expect((await unit())?.assignmentIds.toSorted()).toEqual([police.id, other.id].toSorted());
  const of = async () => (await as("operator").call("getIncident", { params: { id: second.id } })).assignments[0];
  expect([(await mine())?.state, (await of())?.state]).toEqual(["en-route", "requested"]);
  await answer("arrive");
  await answer("clear");
  expect((await unit())?.assignmentIds).toEqual([other.id]);
  expect((await of())?.deadlines.every((d) => d.state === "open")).toBe(true);
});

it("keeps an arrival that is reported from another place, and marks it for all on the incident", async () => {
  const { as, ask, store, answer, mine, params } = await asked();
  await ask("fire");
  await answer("accept", { unitId: "police-1" });
  await answer("en-route");
  await answer("arrive");
  // the unit stands at 37.5, 127; the incident is at 37.5155, 126.996
  expect(await mine()).toMatchObject({ state: "arrived", farM: 1759 });
  const seen = await as("fire").call("getIncident", { params });
  expect(seen.assignments[0]).toMatchObject({ farM: 1759, arrivedBy: null });
  expect(seen.timeline.find((e) => e.kind === "arrived")?.detail).toMatchObject({ farM: 1759 });
  const { detail } = await store.reader.audit.findFirstOrThrow({ where: { action: "assignment.arrive" } });
  expect(JSON.parse(detail)).toMatchObject({ farM: 1759 });
});

it("tightens the deadlines of a running request when the incident's level rises: once, told, recorded, and kept", async () => {
  const { as, store, ask, params, at, keep, read, kinds } = await asked(2);
  const fire = await ask("fire");
  await as("fire").call("stepAssignment", { params: { id: fire.id, step: "refuse" }, body: { reason: "no crew" } });
  await raise(store, "a2", { level: 4, deviceId: "jamsu-2" });
  at(4);
  await as("operator").call("addIncidentAlerts", { params, body: { alertIds: ["a2"] } });
  const { level, assignments, timeline } = await read();
  const due = () => assignments[0]?.deadlines.map((d) => [d.step, d.level, (d.dueAt - NOW) / MIN, d.missedAt !== null]);
  const expected = [
    ["received", 2, 3, true],
    ["answered", 4, 6, false],
    ["unit", 4, 7, false],
    ["en-route", 4, 8, false],
    ["arrived", 4, 14, false],
  ];
  expect([level, due()]).toEqual([4, expected]);
  const told = timeline.filter((e) => e.kind === "tightened");
  expect(told.map((e) => [e.detail.agencyId, e.detail.level])).toEqual([["police", 4]]);
  expect(await store.reader.audit.count({ where: { action: "deadline.tighten" } })).toBe(1);
  await raise(store, "a3", { level: 4, deviceId: "jamsu-3" });
  at(5);
  await as("operator").call("addIncidentAlerts", { params, body: { alertIds: ["a3"] } });
  expect((await kinds()).filter((kind) => kind === "tightened")).toHaveLength(1);
  // whoever looks next finds what is stored: the new times are the ones that are missed
  at(6);
  await keep();
  const missed = (await read()).assignments[0]?.deadlines.filter((d) => d.missedAt !== null);
  expect(missed?.map((d) => d.step)).toEqual(["received", "answered"]);
});
