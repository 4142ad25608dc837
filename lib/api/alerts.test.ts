import { expect, it } from "vitest";
import { createClient } from "../client/client";
import { Alert } from "../contract/alert";
import { raise, testApi } from "./test-api";

it("lets one of two acknowledge, and tells the other who was faster", async () => {
  const { store, as, changes } = await testApi(createClient);
  await raise(store, "a1");
  const tries = await Promise.allSettled(
    [1, 2].map((i) => as("operator").call("acknowledgeAlert", { params: { id: "a1" }, body: { note: `note ${i}` } })),
  );
  const won = tries.filter((t) => t.status === "fulfilled");
  const lost = tries.filter((t) => t.status === "rejected");
  expect([won.length, lost[0]?.reason.code, lost[0]?.reason.message]).toEqual([
    1,
    "conflict",
    expect.stringContaining("The operator"),
  ]);
  const alert = Alert.parse(won[0]?.value);
  expect([alert.state, alert.acknowledgedBy, alert.deviceName]).toEqual([
    "acknowledged",
    "The operator",
    "Device jamsu",
  ]);
  expect(alert.ruleName.ko).toContain("잠수교");
  expect(changes).toEqual([{ alerts: [alert] }]);
  expect(await store.reader.audit.count({ where: { action: "alert.acknowledge", subject: "alert:a1" } })).toBe(1);
});

it("publishes and takes back, but never what a camera says", async () => {
  const { store, as } = await testApi(createClient);
  await raise(store, "a1");
  await raise(store, "a2", { deviceId: "camera", hazard: "camera" });
  const publish = (id: string, published: boolean) =>
    as("operator").call("publishAlert", { params: { id }, body: { published } });
  expect((await publish("a1", true)).published).toBe(true);
  expect((await publish("a1", true)).published).toBe(true);
  expect((await publish("a1", false)).published).toBe(false);
  await expect(publish("a2", true)).rejects.toMatchObject({ code: "invalid" });
  expect(await store.reader.audit.count()).toBe(2);
});

it("lists newest first, by state and by device", async () => {
  const { store, as } = await testApi(createClient);
  for (const id of ["a1", "a2", "a3"]) await raise(store, id, { deviceId: id === "a3" ? "gauge" : "jamsu" });
  await as("operator").call("acknowledgeAlert", { params: { id: "a2" }, body: {} });
  const ids = async (query: object) => (await as("operator").call("listAlerts", { query })).alerts.map((a) => a.id);
  expect(await ids({})).toEqual(["a3", "a2", "a1"]);
  expect(await ids({ state: "raised", device: "jamsu" })).toEqual(["a1"]);
  expect((await as("police").call("listAlerts", { query: {} })).alerts).toEqual([]);
});
