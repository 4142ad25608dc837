import { expect, test } from "./support/fixtures";

test("the desk shows the past plainly, nobody acts there, and what is serious now breaks in", async ({
  addDevice,
  window,
}) => {
  const device = await addDevice({ kind: "underpass-flood", zone: "underpass" });
  const other = await addDevice({ kind: "underpass-flood", zone: "underpass" });
  const desk = await window({ role: "operator" });
  await desk.goto(`/desk#device=${device.id}`);
  await expect(desk.getByRole("heading", { name: device.id })).toBeVisible();
  const calm = Date.now();
  await device.send([{ stream: "water-depth", at: Date.now(), value: 260 }]);
  const row = desk.locator("[data-alert]").filter({ hasText: device.id }).filter({ hasText: "Serious" });
  await expect(row.getByRole("button", { name: "Ack" })).toBeVisible();

  // now, as past: the alert stands, and cannot be acknowledged
  await desk.keyboard.press("t");
  const bar = desk.locator("[data-past]");
  await expect(bar).toContainText("PAST 과거");
  await expect(row).toBeVisible();
  await expect(row.getByRole("button", { name: "Ack" })).toBeHidden();

  // before it was raised
  const seoul = (at: number) => new Date(at + 9 * 3_600_000).toISOString().slice(0, 19);
  await bar.getByLabel("Go to a moment").fill(seoul(calm - 1000));
  await bar.getByLabel("Go to a moment").press("Enter");
  await expect(row).toBeHidden();
  await expect(bar).toHaveAttribute("data-past", String(Math.floor((calm - 1000) / 1000) * 1000));

  // the present goes on and breaks in; playing leads up to it
  await other.send([{ stream: "water-depth", at: Date.now(), value: 270 }]);
  await expect(desk.locator("[data-now]")).toContainText(other.id);
  await bar.getByLabel("Speed").selectOption("10");
  await bar.getByRole("button", { name: "Play" }).click();
  await expect(row).toBeVisible();

  await desk.locator("[data-now]").getByRole("button").click();
  await expect(bar).toBeHidden();
  await expect(desk.locator("[data-alert]").filter({ hasText: other.id }).first()).toBeVisible();
  await expect(row.getByRole("button", { name: "Ack" })).toBeVisible();
});

test("the report of an incident prints on A4 and says what was not done", async ({ addDevice, window, as }) => {
  const device = await addDevice({ kind: "underpass-flood", zone: "underpass" });
  await device.send([{ stream: "water-depth", at: Date.now(), value: 260 }]);
  const { api: operator } = await as("operator");
  const { alerts } = await operator.call("listAlerts", { query: { device: device.id } });
  const incident = await operator.call("openIncident", { body: { alertIds: alerts.map((a) => a.id) } });
  await operator.call("requestAssignment", { params: { id: incident.id }, body: { agencyId: "police" } });
  const page = await window({ role: "operator" });
  await page.goto(`/desk/incidents/${incident.id}/report`);
  await expect(page.getByRole("heading", { level: 1, name: incident.title })).toBeVisible();
  await expect(page.getByText("interim report")).toBeVisible();
  await expect(page.locator("[data-step=arrived]")).toBeVisible();
  await expect(page.getByRole("img", { name: /readings from an hour before/ }).first()).toBeVisible();
  const pdf = (await page.pdf({ preferCSSPageSize: true, printBackground: true })).toString("latin1");
  expect(pdf.slice(0, 5)).toBe("%PDF-");
  expect(pdf.match(/\/Type\s*\/Page\b/g)?.length ?? 0).toBeGreaterThanOrEqual(1);
});
