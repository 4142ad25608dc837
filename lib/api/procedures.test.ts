import { expect, it } from "vitest";
import { createClient } from "../client/client";
import { firstProcedures } from "../contract/first-procedures";
import { ticksOf } from "../contract/procedure";
import { raise, testApi } from "./test-api";

async function flooded() {
  const api = await testApi(createClient);
  await raise(api.store, "a1", { level: 4 });
  const operator = api.as("operator");
  const { id } = await operator.call("openIncident", { body: { alertIds: ["a1"] } });
  const tick = (stepId: string, done: boolean) => operator.call("tickStep", { params: { id, stepId }, body: { done } });
  return { ...api, operator, id, tick };
}

it("ticks a step once, says who was faster, takes it back, and writes each down", async () => {
  const { store, id, tick } = await flooded();
  const tries = await Promise.allSettled([tick("flood-look", true), tick("flood-look", true)]);
  expect(tries.map((t) => t.status).sort()).toEqual(["fulfilled", "rejected"]);
  const lost = tries.find((t) => t.status === "rejected");
  expect(lost?.reason).toMatchObject({ code: "conflict", message: expect.stringContaining("The operator") });
  await tick("flood-look", false);
  await expect(tick("flood-look", false)).rejects.toMatchObject({ code: "conflict" });
  const incident = await tick("flood-look", true);
  expect(ticksOf(incident.timeline).get("flood-look")).toMatchObject({
    actor: "The operator",
    detail: { step: { en: expect.stringContaining("camera") } },
  });
  expect(
    await store.reader.audit.count({ where: { subject: `incident:${id}`, action: { startsWith: "incident.step" } } }),
  ).toBe(3);
});

it("refuses a step of another procedure, and any step once the incident is closed", async () => {
  const { operator, id, tick } = await flooded();
  await expect(tick("heat-people", true)).rejects.toMatchObject({ code: "not-found" });
  await operator.call("closeIncident", { params: { id }, body: { cause: "dry" } });
  await expect(tick("flood-look", true)).rejects.toMatchObject({ code: "conflict" });
});

it("lets an admin change the procedures from what they were; what was ticked can still be taken back", async () => {
  const { as, tick } = await flooded();
  await tick("flood-look", true);
  const rest = firstProcedures.filter((p) => p.hazard !== "flood");
  const put = () => as("admin").call("putProcedures", { body: { before: firstProcedures, procedures: rest } });
  expect(await put()).toEqual(rest);
  await expect(put()).rejects.toMatchObject({ code: "conflict" });
  expect(await as("police").call("getProcedures", {})).toEqual(rest);
  const after = await tick("flood-look", false);
  expect(after.timeline.at(-1)).toMatchObject({ kind: "step-undone", detail: { step: { ko: expect.any(String) } } });
});
