import { expect, it } from "vitest";
import { createClient } from "../client/client";
import { Incident } from "../contract/incident";
import { raise, testApi } from "./test-api";

async function openOne() {
  const api = await testApi(createClient);
  await raise(api.store, "a1", { level: 2, deviceId: "gauge" });
  await raise(api.store, "a2", { level: 4, hazard: "rain" });
  const incident = await api.as("operator").call("openIncident", { body: { alertIds: ["a1", "a2"] } });
  const ask = (agencyId: string, unitId: string | null = null) =>
    api.as("operator").call("requestAssignment", { params: { id: incident.id }, body: { agencyId, unitId } });
  const step = (
    role: "police" | "fire",
    id: string,
    step: "accept" | "refuse" | "en-route" | "arrive" | "clear",
    body = {},
  ) => api.as(role).call("stepAssignment", { params: { id, step }, body });
  const read = (role: "operator" | "police" | "fire") =>
    api.as(role).call("getIncident", { params: { id: incident.id } });
  const units = async (agencyId: string) =>
    (await api.as("operator").call("listUnits", {})).units.filter((u) => u.agencyId === agencyId);
  return { ...api, incident, ask, step, read, units };
}

it("opens an incident at its worst alert, and takes an alert only once", async () => {
  const { incident, as, store, changes } = await openOne();
  expect(Incident.parse(incident)).toMatchObject({
    level: 4,
    hazard: "rain",
    state: "open",
    openedBy: "The operator",
    title: "Device jamsu",
  });
  expect(incident.alertIds.sort()).toEqual(["a1", "a2"]);
  expect(changes[0]?.alerts?.every((a) => a.incidentId === incident.id)).toBe(true);
  await expect(as("operator").call("openIncident", { body: { alertIds: ["a1"] } })).rejects.toMatchObject({
    code: "conflict",
  });
  await expect(as("operator").call("openIncident", { body: { alertIds: ["none"] } })).rejects.toMatchObject({
    code: "not-found",
  });
  expect(await store.reader.incident.count()).toBe(1);
});

it("runs an assignment from request to clear, every step on the timeline, the unit bound meanwhile", async () => {
  const { ask, step, read, units, as, incident } = await openOne();
  const { id } = await ask("police");
  const unit = (await units("police"))[0];
  await step("police", id, "accept", { unitId: unit?.id });
  expect((await units("police"))[0]?.assignmentIds).toEqual([id]);
  const close = () => as("operator").call("closeIncident", { params: { id: incident.id }, body: { cause: "rain" } });
  await expect(close()).rejects.toMatchObject({ code: "conflict" });
  for (const next of ["en-route", "arrive", "clear"] as const) await step("police", id, next);
  expect((await units("police"))[0]?.assignmentIds).toEqual([]);
  const story = (await read("operator")).timeline.map((e) => [e.kind, e.actor]);
  expect(story.slice(1)).toEqual([
    ["requested", "The operator"],
    ...["accepted", "en-route", "arrived", "cleared"].map((kind) => [kind, "The police"]),
  ]);
  expect((await close()).state).toBe("closed");
  await expect(ask("fire")).rejects.toMatchObject({ code: "conflict" });
});

it("lets one of two steps through at once", async () => {
  const { ask, step, store } = await openOne();
  const { id } = await ask("police");
  const tries = await Promise.allSettled([
    step("police", id, "accept"),
    step("police", id, "refuse", { reason: "no crew" }),
  ]);
  expect(tries.map((t) => t.status).sort()).toEqual(["fulfilled", "rejected"]);
  expect(tries.find((t) => t.status === "rejected")?.reason.code).toBe("conflict");
  expect(await store.reader.timelineEntry.count({ where: { kind: { in: ["accepted", "refused"] } } })).toBe(1);
});

it("shows an agency on the incident how far the others are, and nothing that is theirs", async () => {
  const { incident, ask, step, read, units, as } = await openOne();
  await expect(read("police")).rejects.toMatchObject({ code: "not-found" });
  const police = await ask("police");
  await expect(read("fire")).rejects.toMatchObject({ code: "not-found" });
  const fire = await ask("fire");
  await expect(step("fire", police.id, "accept")).rejects.toMatchObject({ code: "not-found" });
  await step("fire", fire.id, "accept", { unitId: (await units("fire"))[0]?.id });
  const seen = await read("police");
  expect(seen.assignments.map((a) => [a.agencyId, a.state])).toEqual([
    ["police", "requested"],
    ["fire", "accepted"],
  ]);
  expect(seen.assignments[1]).toMatchObject({ acceptedAt: expect.any(Number), acceptedBy: null, unitId: "fire-1" });
  const accepted = seen.timeline.find((e) => e.kind === "accepted");
  expect([accepted?.actor, accepted?.detail]).toEqual(["", { assignmentId: fire.id, agencyId: "fire" }]);
  expect((await read("fire")).assignments[1]).toMatchObject({ acceptedBy: "The fire", unitId: "fire-1" });
  expect((await as("police").call("listAlerts", { query: {} })).alerts).toHaveLength(2);
  expect((await as("police").call("listIncidents", { query: {} })).incidents.map((i) => i.id)).toEqual([incident.id]);
  expect((await as("police").call("listUnits", {})).units.every((u) => u.agencyId === "police")).toBe(true);
});

it("refuses what may not follow: no reason, a unit of others, asked twice, another unit than asked", async () => {
  const { ask, step, units, as } = await openOne();
  const { id } = await ask("police");
  const [mine, other] = await units("police");
  const theirs = (await units("fire"))[0];
  await expect(ask("police")).rejects.toMatchObject({ code: "conflict" });
  await expect(ask("police", theirs?.id)).rejects.toMatchObject({ code: "not-found" });
  await expect(ask("navy")).rejects.toMatchObject({ code: "not-found" });
  await expect(step("police", id, "refuse")).rejects.toMatchObject({ code: "invalid" });
  await expect(step("police", id, "arrive")).rejects.toMatchObject({ code: "conflict" });
  await expect(step("police", id, "accept", { unitId: theirs?.id })).rejects.toMatchObject({ code: "not-found" });
  const named = await ask("police", mine?.id);
  await expect(step("police", named.id, "accept", { unitId: other?.id })).rejects.toMatchObject({ code: "conflict" });
  const cancel = { params: { id: named.id }, body: { reason: "not needed" } };
  expect((await as("operator").call("cancelAssignment", cancel)).state).toBe("cancelled");
});

it("keeps an agency's note from other agencies", async () => {
  const { ask, read, as, incident } = await openOne();
  await ask("police");
  await ask("fire");
  await as("police").call("noteIncident", { params: { id: incident.id }, body: { text: "ours" } });
  await as("operator").call("noteIncident", { params: { id: incident.id }, body: { text: "all" } });
  const notes = async (role: "operator" | "police" | "fire") =>
    (await read(role)).timeline.filter((e) => e.kind === "note").map((e) => e.detail.text);
  expect([await notes("operator"), await notes("police"), await notes("fire")]).toEqual([
    ["ours", "all"],
    ["ours", "all"],
    ["all"],
  ]);
});
