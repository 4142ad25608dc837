import { expect, it } from "vitest";
import { createClient } from "../client/client";
import type { Actor } from "../guard/actor";
import { mutesNow } from "./shift-state";
import { NOW, raise, testApi } from "./test-api";

const person = (name: string): Actor => ({
  type: "person",
  id: name,
  name,
  email: `${name}@test`,
  role: "operator",
  agencyId: null,
});

it("hands a shift over: what stands open goes with the note, and one other person takes it", async () => {
  let now = NOW;
  let who = "leaving";
  const { as, store } = await testApi(createClient, {
    clock: { now: () => now },
    identify: async () => person(who),
  });
  await raise(store, "a1", { level: 4 });
  await raise(store, "a2", { level: 2 });
  const desk = as("operator");
  const { id } = await desk.call("openIncident", { body: { alertIds: ["a1"], title: "Underpass" } });
  await desk.call("requestAssignment", { params: { id }, body: { agencyId: "police" } });
  await desk.call("tickStep", { params: { id, stepId: "flood-look" }, body: { done: true } });
  await desk.call("muteDesk", { body: { minutes: 15 } });
  now += 5 * 60_000;
  const written = await desk.call("writeHandover", { body: { note: "Watch the underpass." } });
  expect(written.state.incidents).toEqual([expect.objectContaining({ title: "Underpass", requests: 1, done: 1 })]);
  expect(written.state.alerts.map((a) => a.id)).toEqual(["a1", "a2"]);
  expect(written.state.overdue).toEqual([expect.objectContaining({ agencyId: "police", step: "received" })]);
  expect(written.state.mutes).toEqual([{ by: "leaving@test", at: NOW, until: NOW + 15 * 60_000 }]);

  const take = () => desk.call("takeHandover", { params: { id: written.id } });
  await expect(take()).rejects.toMatchObject({ code: "invalid" });
  who = "coming";
  expect(await take()).toMatchObject({ takenBy: "coming", by: "leaving" });
  await expect(take()).rejects.toMatchObject({ code: "conflict", message: expect.stringContaining("coming") });
  await desk.call("closeIncident", { params: { id }, body: { cause: "x" } }).catch(() => undefined);
  const { handovers } = await desk.call("listHandovers", {});
  expect(handovers).toEqual([expect.objectContaining({ id: written.id, state: written.state, takenBy: "coming" })]);
  const acts = await store.reader.audit.findMany({ where: { subject: `handover:${written.id}` } });
  expect(acts.map((a) => [a.action, a.actor])).toEqual([
    ["shift.handover", "person:leaving@test"],
    ["shift.take", "person:coming@test"],
  ]);
});

it("knows who is muted by each one's last word", () => {
  const act = (actor: string, at: number, minutes: number) => ({ actor, at, minutes });
  const acts = [act("person:a", 0, 15), act("person:b", 0, 5), act("person:c", 0, 30), act("person:c", 60_000, 0)];
  expect(mutesNow(acts, 6 * 60_000)).toEqual([{ by: "a", at: 0, until: 15 * 60_000 }]);
});
