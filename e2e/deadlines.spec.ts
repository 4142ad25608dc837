import type { ResponsePolicy } from "../lib/contract/deadline";
import { alertBy } from "./support/facts";
import { expect, test } from "./support/fixtures";

test("what an agency owes and has not done is loud on the desk and in its console, and all on the incident see who came", async ({
  as,
  addDevice,
  window,
}) => {
  const { api: admin } = await as("admin");
  const before = await admin.call("getResponsePolicy", {});
  const hurry = structuredClone(before);
  hurry["4"].minutes = { ...hurry["4"].minutes, received: 0.03, answered: 0.05 };
  await admin.call("putResponsePolicy", { body: { before, policy: hurry } });
  try {
    const device = await addDevice({ kind: "underpass-flood", zone: "underpass" });
    await device.send([{ stream: "water-depth", at: Date.now(), value: 300 }]);
    const { api } = await as("operator");
    const alert = await alertBy(api, device.id, "underpass-closed");
    const { id } = await api.call("openIncident", { body: { alertIds: [alert.id] } });
    const [desk, fire] = [await window({ role: "operator" }), await window({ role: "fire" })];
    await Promise.all([desk.goto(`/desk#incident=${id}`), fire.goto("/dispatch/fire")]);
    // the police first: theirs is the oldest deadline
    for (const agency of ["police", "fire"]) await desk.locator(`[data-ask=${agency}]`).click();

    // the fire service has a console open, the police have none: nobody there knows of it
    const request = (agencyId: string) => async () =>
      (await api.call("getIncident", { params: { id } })).assignments.find((a) => a.agencyId === agencyId);
    await expect.poll(async () => (await request("fire")())?.receivedAt).not.toBeNull();
    const missed = async (agencyId: string) =>
      (await request(agencyId)())?.deadlines.filter((d) => d.missedAt !== null).map((d) => d.step);
    await expect.poll(() => missed("police")).toEqual(["received", "answered"]);
    await desk.getByRole("tab", { name: /Incidents/ }).click();
    await expect(desk.locator(`button[data-incident="${id}"] [data-undone=received][data-late]`)).toBeVisible();
    await expect(desk.locator("[data-owed=received][data-loudness=overdue]")).toBeVisible();

    const card = fire.locator("[data-incoming]").filter({ hasText: device.id });
    await expect(card.locator("[data-owed=answered][data-loudness=overdue]")).toBeVisible();
    await card.getByRole("button", { name: device.id }).first().click();
    await expect(fire.locator("[data-joint=police][data-state=requested]")).toBeVisible();

    const police = await window({ role: "police" });
    await police.goto("/dispatch/police");
    await expect.poll(async () => (await request("police")())?.receivedAt).not.toBeNull();
    await expect(desk.locator("[data-undone=answered]").first()).toBeVisible();
    await api.call("messageIncident", { params: { id }, body: { to: "fire", text: "Come from the south" } });
    await expect(fire.getByText("Come from the south").first()).toBeVisible();
    expect((await request("police")())?.seenAt).toBeNull();
    await police.locator("[data-incoming]").filter({ hasText: device.id }).locator("[data-step=accept]").click();
    await police.getByRole("button", { name: "Accept without a unit" }).click();
    await expect(fire.locator("[data-joint=police][data-state=accepted]")).toBeVisible();
    // it came late, and the miss stays
    await expect(desk.locator("[data-missed='2']").first()).toBeVisible();
    expect(await missed("police")).toEqual(["received", "answered"]);
  } finally {
    const now: ResponsePolicy = await admin.call("getResponsePolicy", {});
    await admin.call("putResponsePolicy", { body: { before: now, policy: before } });
  }
});
