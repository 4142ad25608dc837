import { expect, it } from "vitest";
import { createClient } from "../client/client";
import { raise, testApi } from "./test-api";

/** Two open incidents: `one` with two alerts and the police asked, `other` with one alert and the fire service asked. */
async function two() {
  const api = await testApi(createClient);
  await raise(api.store, "a1", { level: 2 });
  await raise(api.store, "a2", { level: 4, deviceId: "gauge" });
  await raise(api.store, "a3", { level: 1 });
  const operator = api.as("operator");
  const one = await operator.call("openIncident", { body: { alertIds: ["a1", "a2"], title: "One" } });
  const other = await operator.call("openIncident", { body: { alertIds: ["a3"], title: "Other" } });
  const asked = await operator.call("requestAssignment", { params: { id: one.id }, body: { agencyId: "police" } });
  await operator.call("requestAssignment", { params: { id: other.id }, body: { agencyId: "fire" } });
  const merge = (id: string, into: string) => operator.call("mergeIncident", { params: { id }, body: { into } });
  return { ...api, operator, one, other, asked, merge };
}

it("merges: alerts and requests move and go on, the agency finds them there, and the story is on both sides", async () => {
  const { one, other, asked, merge, as, store, changes } = await two();
  const after = await merge(one.id, other.id);
  expect(after.incident).toMatchObject({ state: "closed", mergedInto: other.id, alertIds: [], assignments: [] });
  expect(after.other).toMatchObject({ state: "open", level: 4 });
  expect(after.other.alertIds.sort()).toEqual(["a1", "a2", "a3"]);
  expect(after.other.assignments.map((a) => a.agencyId).sort()).toEqual(["fire", "police"]);
  expect(after.incident.timeline.at(-1)).toMatchObject({ kind: "merged-into", detail: { other: other.id } });
  // the incident's level rises with the alerts that came: who was asked to it has less time from then on
  expect(after.other.timeline.slice(-2)).toMatchObject([
    { kind: "merged", detail: { otherTitle: "One" } },
    { kind: "tightened", detail: { agencyId: "fire", level: 4 } },
  ]);
  expect(changes.at(-1)?.alerts?.every((a) => a.incidentId === other.id)).toBe(true);
  const police = as("police");
  await expect(police.call("getIncident", { params: { id: one.id } })).rejects.toMatchObject({ code: "not-found" });
  const step = await police.call("stepAssignment", { params: { id: asked.id, step: "accept" }, body: {} });
  expect(step).toMatchObject({ incidentId: other.id, state: "accepted" });
  expect(await store.reader.audit.count({ where: { action: "incident.merge" } })).toBe(1);
});

it("lets one of two merge, in whichever direction, and tells the other", async () => {
  const { one, other, merge, operator } = await two();
  const tries = await Promise.allSettled([merge(one.id, other.id), merge(other.id, one.id)]);
  expect(tries.map((t) => t.status).sort()).toEqual(["fulfilled", "rejected"]);
  expect(tries.find((t) => t.status === "rejected")?.reason).toMatchObject({ code: "conflict" });
  await expect(merge(one.id, one.id)).rejects.toMatchObject({ code: "invalid" });
  const { incidents } = await operator.call("listIncidents", { query: { state: "open" } });
  expect(incidents.map((i) => i.alertIds.length)).toEqual([3]);
});

it("splits off a new incident with the alerts and requests that are named, and never empties the old one", async () => {
  const { one, asked, operator, as } = await two();
  const split = (alertIds: string[]) =>
    operator.call("splitIncident", { params: { id: one.id }, body: { alertIds, assignmentIds: [asked.id] } });
  await expect(split(["a1", "a2"])).rejects.toMatchObject({ code: "invalid" });
  await expect(split(["a3"])).rejects.toMatchObject({ code: "conflict" });
  const { incident, other } = await split(["a2"]);
  expect([incident.alertIds, incident.assignments, incident.level]).toEqual([["a1"], [], 4]);
  expect(other).toMatchObject({ alertIds: ["a2"], level: 4, title: "Device gauge", assignments: [{ id: asked.id }] });
  await expect(split(["a2"])).rejects.toMatchObject({ code: "conflict" });
  expect((await as("police").call("listIncidents", { query: {} })).incidents.map((i) => i.id)).toEqual([other.id]);
});

it("links and takes the link back, from either side, each once; an agency does not see what it is not on", async () => {
  const { one, other, operator, as, store } = await two();
  const link = (id: string, to: string) => operator.call("linkIncident", { params: { id }, body: { to } });
  const { incident } = await link(one.id, other.id);
  expect(incident.linkedIds).toEqual([other.id]);
  await expect(link(other.id, one.id)).rejects.toMatchObject({ code: "conflict" });
  const seen = await as("police").call("getIncident", { params: { id: one.id } });
  expect([seen.linkedIds, seen.timeline.filter((e) => e.kind === "linked")]).toEqual([[], []]);
  const after = await operator.call("unlinkIncident", { params: { id: other.id, to: one.id } });
  expect([after.incident.linkedIds, after.other.linkedIds]).toEqual([[], []]);
  await expect(operator.call("unlinkIncident", { params: { id: one.id, to: other.id } })).rejects.toMatchObject({
    code: "conflict",
  });
  expect(await store.reader.audit.count({ where: { action: { in: ["incident.linked", "incident.unlinked"] } } })).toBe(
    2,
  );
});
