import { expect, test } from "vitest";
import { createClient } from "../client/client";
import { plainAgency } from "../contract/agency";
import { actorName, agencyOfActor } from "../guard/actor";
import { agencyFor } from "../guard/agency-for";
import { actorOfToken, makeToken } from "../guard/api-token";
import { may } from "../guard/may";
import { NOW, raise, testApi } from "./test-api";

const name = { ko: "코드", en: "code" };
const police = {
  ...plainAgency,
  name: { ko: "경찰", en: "Police" },
  phone: "112",
  hazards: ["flood" as const],
  codes: [
    { code: "0", name, levels: [4 as const] },
    { code: "1", name, levels: [3 as const] },
  ],
};
const road = { ...plainAgency, id: "road", name: { ko: "도로", en: "Road" }, phone: "", zones: ["riverside"] };

async function withRoad() {
  const api = await testApi(createClient);
  const admin = api.as("admin");
  await admin.call("addAgency", { body: { ...road, hazards: ["flood"] } });
  await admin.call("changeAgency", { params: { id: "police" }, body: police });
  await raise(api.store, "a1");
  const incident = await api.as("operator").call("openIncident", { body: { alertIds: ["a1"] } });
  return { ...api, admin, incident, params: { id: incident.id } };
}

test("agencies are suggested by hazard and area, and a request carries the agency's code unless another is said", async () => {
  const { as, params, store } = await withRoad();
  const { choices } = await as("operator").call("listAgencyChoices", { params });
  expect(choices.map((it) => [it.agencyId, it.reason, it.code])).toEqual([
    ["road", "here", null],
    ["police", "city", "1"],
    ["fire", "other-work", null],
  ]);
  const ask = (body: object) =>
    as("operator").call("requestAssignment", { params, body: { agencyId: "police", ...body } });
  expect(await ask({})).toMatchObject({ code: "1" });
  expect(await ask({ unitId: "police-1", code: "0" })).toMatchObject({ code: "0" });
  await expect(ask({ unitId: "police-2", code: "9" })).rejects.toMatchObject({ code: "invalid" });
  expect(await as("operator").call("requestAssignment", { params, body: { agencyId: "road" } })).toMatchObject({
    code: null,
  });
  expect((await store.reader.assignment.findMany({ select: { code: true } })).map((it) => it.code).sort()).toEqual([
    "0",
    "1",
    null,
  ]);
});

test("whoever acts for any agency acts for that one; without one they are nobody's, never the city's", async () => {
  const { store } = await withRoad();
  const text = await store.write(async (tx) => {
    const agencyId = await agencyFor(tx, "agency", "road");
    return (await makeToken(tx, { role: "agency", agencyId, label: "", at: NOW, newId: () => "t" })).text;
  });
  const actor = await actorOfToken(store.reader, text);
  if (!actor) throw new Error("unknown token");
  expect([actorName(actor), agencyOfActor(actor), may(actor, "assignments.answer"), may(actor, "city.read")]).toEqual([
    "token:t",
    "road",
    true,
    false,
  ]);
  expect(agencyOfActor({ type: "token", id: "x", name: "x", role: "agency", agencyId: null })).not.toBeNull();
  const faulty = (role: "agency" | "operator", given?: string) => agencyFor(store.reader, role, given);
  await expect(faulty("agency")).rejects.toMatchObject({ code: "invalid" });
  await expect(faulty("agency", "nobody")).rejects.toMatchObject({ code: "not-found" });
  await expect(faulty("operator", "road")).rejects.toMatchObject({ code: "invalid" });
});

test("people of any agency are added with it, and keep it until their role changes", async () => {
  const { admin } = await withRoad();
  const person = { name: "Kim", email: "kim@road.kr", password: "a long password" };
  const add = (more: object) => admin.call("addPerson", { body: { ...person, role: "agency", ...more } });
  await expect(add({})).rejects.toMatchObject({ code: "invalid" });
  const added = await add({ agencyId: "road" });
  expect(added).toMatchObject({ role: "agency", agencyId: "road" });
  const change = (body: object) => admin.call("changePerson", { params: { id: added.id }, body });
  expect(await change({ name: "Kim M." })).toMatchObject({ agencyId: "road" });
  expect(await change({ role: "fire" })).toMatchObject({ agencyId: "fire" });
  await expect(change({ role: "agency" })).rejects.toMatchObject({ code: "invalid" });
});

test("the admin writes units down; a tracker's place stays, another agency's unit is not taken, a busy one not deleted", async () => {
  const { admin, as, params, changes } = await withRoad();
  const unit = { agencyId: "road", name: { ko: "반", en: "crew" }, type: "road-crew", lat: 37.5, lon: 127 };
  const put = (id: string, body = unit) => admin.call("putUnit", { params: { id }, body });
  expect(await put("road-1")).toMatchObject({ id: "road-1", positionAt: NOW, assignmentIds: [] });
  expect(await put("road-1", { ...unit, lat: 38 })).toMatchObject({ lat: 37.5 });
  await expect(put("police-1")).rejects.toMatchObject({ code: "conflict" });
  await as("operator").call("requestAssignment", { params, body: { agencyId: "road", unitId: "road-1" } });
  const gone = (id: string) => admin.call("deleteUnit", { params: { id } });
  await expect(gone("road-1")).rejects.toMatchObject({ code: "conflict" });
  await gone("police-2");
  expect(changes.at(-1)).toEqual({ unitsGone: ["police-2"] });
  await expect(gone("police-2")).rejects.toMatchObject({ code: "not-found" });
});
