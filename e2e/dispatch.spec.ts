import { alertBy } from "./support/facts";
import { expect, test } from "./support/fixtures";

test("an incident is opened, the police asked, and every step is seen at once", async ({ as, addDevice, window }) => {
  const device = await addDevice({ kind: "underpass-flood", zone: "underpass" });
  const [desk, police, fire] = [
    await window({ role: "operator" }),
    await window({ role: "police" }),
    await window({ role: "fire" }),
  ];
  await Promise.all([desk.goto("/desk"), police.goto("/dispatch/police"), fire.goto("/dispatch/fire")]);
  await expect(police.getByRole("heading", { name: /Waiting for your answer/ })).toBeVisible();
  await device.send([{ stream: "water-depth", at: Date.now(), value: 300 }]);

  const row = desk.locator("[data-alert]").filter({ hasText: device.id }).filter({ hasText: "Serious" });
  await row.getByRole("button", { name: "Incident" }).click();
  await desk.locator("[data-ask=police]").click();
  const card = desk.locator("[data-assignment]");
  await expect(card).toHaveAttribute("data-state", "requested");

  await police.locator("[data-incoming]").filter({ hasText: device.id }).locator("[data-step=accept]").click();
  await police.getByRole("button", { name: "Accept without a unit" }).click();
  await expect(card).toHaveAttribute("data-state", "accepted");
  const answers = police.locator("[data-job]");
  await answers.locator("[data-step=en-route]").click();
  await expect(card).toHaveAttribute("data-state", "en-route");
  await answers.locator("[data-step=arrive]").click();
  await expect(card).toHaveAttribute("data-state", "arrived");
  await answers.locator("[data-step=clear]").click();
  await police.getByRole("button", { name: "Confirm cleared" }).click();
  await expect(card).toHaveAttribute("data-state", "cleared");

  const timeline = desk.locator("[data-incident]");
  for (const step of ["Asked to go", "Accepted", "En route", "Arrived", "Cleared the scene"])
    await expect(timeline.getByText(step).first()).toBeVisible();
  await expect(fire.getByText(device.id)).toHaveCount(0);

  const { api } = await as("operator");
  const { incidentId } = await alertBy(api, device.id, "underpass-closed");
  const incident = await api.call("getIncident", { params: { id: incidentId ?? "" } });
  const [asked] = incident.assignments;
  const times = [asked?.requestedAt, asked?.acceptedAt, asked?.enRouteAt, asked?.arrivedAt, asked?.clearedAt];
  expect(times).toEqual(times.toSorted());
  expect(times).not.toContain(null);
});

test("a refusal carries its reason to the desk", async ({ as, addDevice, window }) => {
  const device = await addDevice({ kind: "underpass-flood", zone: "underpass" });
  await device.send([{ stream: "water-depth", at: Date.now(), value: 300 }]);
  const { api } = await as("operator");
  const alert = await alertBy(api, device.id, "underpass-closed");
  const incident = await api.call("openIncident", { body: { alertIds: [alert.id] } });
  const fire = await window({ role: "fire" });
  await fire.goto("/dispatch/fire");
  await api.call("requestAssignment", { params: { id: incident.id }, body: { agencyId: "fire" } });

  await fire.locator("[data-incoming]").filter({ hasText: device.id }).locator("[data-step=refuse]").click();
  await fire.getByRole("button", { name: "All units are busy" }).click();
  const submit = fire.getByRole("button", { name: "Refuse", exact: true });
  if (await submit.isVisible()) await submit.click();
  const refused = async () => (await api.call("getIncident", { params: { id: incident.id } })).assignments[0];
  await expect.poll(async () => (await refused())?.state).toBe("refused");
  expect((await refused())?.reason).toBe("All units are busy");
});

test("an agency sees its own requests only, and answers its own only", async ({ as, addDevice }) => {
  const device = await addDevice({ kind: "street-flood" });
  await device.send([{ stream: "water-depth", at: Date.now(), value: 300 }]);
  const [operator, police, fire] = [await as("operator"), await as("police"), await as("fire")];
  const alert = await alertBy(operator.api, device.id, "street-closed");
  const incident = await operator.api.call("openIncident", { body: { alertIds: [alert.id] } });
  const params = { id: incident.id };
  const asked = await operator.api.call("requestAssignment", { params, body: { agencyId: "fire" } });

  const mine = async ({ api }: typeof fire) =>
    (await api.call("listIncidents", { query: {} })).incidents.map((i) => i.id);
  expect(await mine(fire)).toContain(incident.id);
  expect(await mine(police)).not.toContain(incident.id);
  await expect(police.api.call("getIncident", { params })).rejects.toMatchObject({ name: "Failure" });
  const alerts = await police.api.call("listAlerts", { query: { device: device.id } });
  expect(alerts.alerts).toEqual([]);

  const accept = { params: { id: asked.id, step: "accept" as const }, body: {} };
  await expect(police.api.call("stepAssignment", accept)).rejects.toMatchObject({ name: "Failure" });
  const skip = { params: { id: asked.id, step: "arrive" as const }, body: {} };
  await expect(fire.api.call("stepAssignment", skip)).rejects.toMatchObject({ code: "conflict" });
  const close = { params, body: { cause: "the water has fallen" } };
  await expect(operator.api.call("closeIncident", close)).rejects.toMatchObject({ code: "conflict" });
  await fire.api.call("stepAssignment", accept);
  await operator.api.call("cancelAssignment", { params: { id: asked.id }, body: { reason: "a mistake" } });
  expect((await operator.api.call("closeIncident", close)).state).toBe("closed");
});
