import type { Page } from "@playwright/test";
import { alertBy } from "./support/facts";
import { expect, test } from "./support/fixtures";

/** Counts what a hand does on a page from now on: presses of the mouse, presses of keys. */
async function counted(page: Page): Promise<() => Promise<{ clicks: number; keys: number; seconds: number }>> {
  await page.evaluate(() => {
    const count = { clicks: 0, keys: 0, from: performance.now() };
    addEventListener("pointerdown", () => count.clicks++, true);
    addEventListener("keydown", () => count.keys++, true);
    (globalThis as unknown as { count: typeof count }).count = count;
  });
  return () =>
    page.evaluate(() => {
      const { clicks, keys, from } = (
        globalThis as unknown as { count: { clicks: number; keys: number; from: number } }
      ).count;
      return { clicks, keys, seconds: (performance.now() - from) / 1000 };
    });
}

test("from an alert to an agency asked in three clicks or fewer", async ({ addDevice, window }) => {
  const device = await addDevice({ kind: "underpass-flood", zone: "underpass" });
  const desk = await window({ role: "operator" });
  await desk.goto("/desk");
  await device.send([{ stream: "water-depth", at: Date.now(), value: 300 }]);
  const row = desk.locator("[data-alert]").filter({ hasText: device.id }).filter({ hasText: "Serious" });
  await row.waitFor();
  const done = await counted(desk);
  await row.getByRole("button", { name: "Incident" }).click();
  await desk.locator("[data-ask=police]").click();
  await expect(desk.locator("[data-assignment]")).toHaveAttribute("data-state", "requested");
  const { clicks, seconds } = await done();
  console.log(`from alert to asked, mouse: ${clicks} clicks, ${seconds.toFixed(1)} s`);
  expect(clicks).toBeLessThanOrEqual(3);
});

test("from an alert to an agency asked, to a ticked step and to a closed incident by keyboard alone", async ({
  as,
  addDevice,
  window,
}) => {
  const device = await addDevice({ kind: "underpass-flood", zone: "underpass" });
  const desk = await window({ role: "operator" });
  await desk.goto("/desk");
  await device.send([{ stream: "water-depth", at: Date.now(), value: 300 }]);
  const { api } = await as("operator");
  const alert = await alertBy(api, device.id, "underpass-closed");
  await desk.locator(`[data-alert="${alert.id}"]`).waitFor();
  const done = await counted(desk);
  await expect(async () => {
    const before = desk.url();
    await desk.keyboard.press("j");
    // the address follows the key a moment later; at the end of the list it stays
    await desk.waitForURL((url) => url.href !== before, { timeout: 3000 }).catch(() => undefined);
    expect(desk.url()).toContain(`#alert=${alert.id}`);
  }).toPass();
  const walked = (await done()).keys;
  await desk.keyboard.press("i");
  await expect(desk.locator("[data-ask]").first()).toBeVisible();
  await desk.keyboard.press("d");
  await expect(desk.locator("[data-ask]").first()).toBeFocused();
  await desk.keyboard.press("Enter");
  await expect(desk.locator("[data-assignment]")).toHaveAttribute("data-state", "requested");
  const { clicks, keys, seconds } = await done();
  console.log(
    `from alert to asked, keyboard: ${keys - walked} keys after ${walked} to reach the alert, ${clicks} clicks, ${seconds.toFixed(1)} s`,
  );
  expect(clicks).toBe(0);
  expect(keys - walked).toBe(3);

  await desk.keyboard.press("o");
  await expect(desk).toHaveURL(/\/desk\/incidents\//);
  const step = desk.locator("[data-step]").first().getByRole("checkbox");
  await tabTo(desk, () => step.evaluate((it) => it === document.activeElement));
  await desk.keyboard.press("Space");
  await expect(step).toHaveAttribute("aria-checked", "true");
  await expect(desk.locator("[data-step]").first()).toContainText("관제사");

  const { incidentId } = await alertBy(api, device.id, "underpass-closed");
  const incident = await api.call("getIncident", { params: { id: incidentId ?? "" } });
  expect(incident.timeline.map((e) => e.kind)).toEqual(expect.arrayContaining(["requested", "step-done"]));
  const params = { id: incident.assignments[0]?.id ?? "" };
  await api.call("cancelAssignment", { params, body: { reason: "the test is over" } });
  const close = desk.getByRole("button", { name: "Close incident" });
  await tabTo(desk, () => close.evaluate((it) => it === document.activeElement));
  await desk.keyboard.press("Enter");
  await expect(desk.getByRole("textbox", { name: "Cause" })).toBeFocused();
  await desk.keyboard.type("the water has fallen");
  await tabTo(desk, () => close.evaluate((it) => it === document.activeElement));
  await desk.keyboard.press("Enter");
  await expect(desk.locator("main").getByText("the water has fallen").first()).toBeVisible();
  // the words stand in the field too, before the city has answered
  await expect.poll(async () => (await api.call("getIncident", { params: { id: incident.id } })).state).toBe("closed");
});

/** Walks with the tab key until it is there; fails where it is not reached. */
async function tabTo(page: Page, there: () => Promise<boolean>): Promise<void> {
  for (let i = 0; i < 150; i++) {
    if (await there()) return;
    await page.keyboard.press("Tab");
  }
  throw new Error("The tab key does not reach it.");
}

test("merged, an agency finds its request in the other incident, and the old page says where it went", async ({
  as,
  addDevice,
  window,
}) => {
  const [one, two] = [await addDevice({ kind: "street-flood" }), await addDevice({ kind: "street-flood" })];
  const { api } = await as("operator");
  const open = async (device: typeof one) => {
    await device.send([{ stream: "water-depth", at: Date.now(), value: 300 }]);
    const alert = await alertBy(api, device.id, "street-closed");
    return api.call("openIncident", { body: { alertIds: [alert.id], title: `At ${device.id}` } });
  };
  const [from, into] = [await open(one), await open(two)];
  const asked = await api.call("requestAssignment", { params: { id: from.id }, body: { agencyId: "fire" } });
  const [fire, desk] = [await window({ role: "fire" }), await window({ role: "operator" })];
  await fire.goto("/dispatch/fire");
  await expect(fire.locator("[data-incoming]").filter({ hasText: from.title })).toBeVisible();

  await desk.goto(`/desk/incidents/${from.id}`);
  await desk.getByRole("combobox", { name: "Another incident" }).selectOption(into.id);
  await desk.getByRole("button", { name: "Merge into it" }).click();
  await desk.getByRole("button", { name: "Merge", exact: true }).click();
  await expect(desk.locator("[data-joining]").getByRole("link", { name: into.title })).toBeVisible();
  await expect(fire.locator("[data-incoming]").filter({ hasText: into.title })).toBeVisible();
  await expect(fire.locator("[data-incoming]").filter({ hasText: from.title })).toHaveCount(0);
  const after = await api.call("getIncident", { params: { id: into.id } });
  expect(after.assignments.map((a) => a.id)).toEqual([asked.id]);
});

test("a list under a hand keeps its order; what is new waits to be taken in", async ({ addDevice, window }) => {
  const [mild, grave] = [
    await addDevice({ kind: "street-flood" }),
    await addDevice({ kind: "underpass-flood", zone: "underpass" }),
  ];
  const desk = await window({ role: "operator" });
  await desk.goto("/desk");
  await mild.send([{ stream: "water-depth", at: Date.now(), value: 160 }]);
  const row = desk.locator("[data-alert]").filter({ hasText: mild.id }).first();
  await row.hover();
  const order = () => desk.locator("[data-queue] [data-alert]").evaluateAll((rows) => rows.map((r) => r.dataset.alert));
  const before = await order();
  await grave.send([{ stream: "water-depth", at: Date.now(), value: 300 }]);
  const waiting = desk.getByRole("button", { name: /new/ }).first();
  await expect(waiting).toBeVisible();
  expect(await order()).toEqual(before);
  await waiting.click();
  await expect(desk.locator("[data-alert]").filter({ hasText: grave.id }).first()).toBeVisible();
});

test("a mute is counted down, outlives a reload, and a new serious alert ends it", async ({
  as,
  addDevice,
  window,
}) => {
  const device = await addDevice({ kind: "underpass-flood", zone: "underpass" });
  const desk = await window({ role: "operator" });
  await desk.goto("/desk");
  await expect(desk.getByRole("button", { name: "Feed health: Live" })).toBeVisible();
  const bell = desk.locator("[data-muted]");
  await bell.click();
  const written = desk.waitForResponse((answer) => answer.url().endsWith("/desk/mute"));
  await desk.getByRole("menuitem", { name: "Mute for 5 min" }).click();
  expect((await written).status()).toBe(200);
  await expect(bell).toContainText(/Muted 0[45]:\d\d/);
  await desk.reload();
  await expect(bell).toContainText(/Muted 0[45]:\d\d/);
  await expect(desk.getByRole("button", { name: "Feed health: Live" })).toBeVisible();
  await device.send([{ stream: "water-depth", at: Date.now(), value: 300 }]);
  await expect(bell).toHaveAttribute("data-muted", "false");
  const { rows } = await (await as("admin")).api.call("listAudit", { query: { subject: "desk" } });
  expect(rows.map((r) => r.action)).toContain("desk.mute");
});

test("the wall shows the worst without a control, and only to who may read the city", async ({ addDevice, window }) => {
  const device = await addDevice({ kind: "underpass-flood", zone: "underpass" });
  const wall = await window({ role: "operator" });
  await wall.goto("/wall");
  await expect(wall.locator("[data-feed=live]")).toBeVisible();
  await device.send([{ stream: "water-depth", at: Date.now(), value: 300 }]);
  await expect(wall.locator("[data-wall-item]").first()).toBeVisible();
  await expect(wall.locator("main button, main a, main input, main select")).toHaveCount(0);
  await wall.context().setOffline(true);
  await expect(wall.getByText(/Connection lost|Nothing heard from the city/)).toBeVisible({ timeout: 60_000 });
  await wall.context().setOffline(false);
  await expect(wall.locator("[data-feed=live]")).toBeVisible({ timeout: 60_000 });
  const police = await window({ role: "police" });
  expect((await police.goto("/wall"))?.status()).toBe(403);
});

test("a picture is added to an incident, seen by who is on it and by nobody else, and the shift is handed over", async ({
  as,
  addDevice,
  window,
}) => {
  const device = await addDevice({ kind: "street-flood" });
  await device.send([{ stream: "water-depth", at: Date.now(), value: 300 }]);
  const [operator, police, fire] = [await as("operator"), await as("police"), await as("fire")];
  const alert = await alertBy(operator.api, device.id, "street-closed");
  const { id } = await operator.api.call("openIncident", { body: { alertIds: [alert.id] } });
  await operator.api.call("requestAssignment", { params: { id }, body: { agencyId: "fire" } });
  const desk = await window({ role: "operator" });
  await desk.goto(`/desk/incidents/${id}`);
  const picture = await desk.screenshot({ clip: { x: 0, y: 0, width: 40, height: 40 } });
  const [name, mimeType] = ["underpass.png", "image/png"];
  await desk.locator("input[type=file]").setInputFiles({ name, mimeType, buffer: picture });
  const shown = desk.locator("[data-file] img");
  await expect.poll(() => shown.evaluate((it: HTMLImageElement) => it.naturalWidth)).toBe(40);
  const path = await shown.evaluate((it: HTMLImageElement) => new URL(it.src).pathname);
  const statusFor = async (cookie: string) => (await desk.request.get(path, { headers: { cookie } })).status();
  expect([await statusFor(fire.cookie), await statusFor(police.cookie)]).toEqual([200, 404]);

  await desk.goto("/desk/handover");
  await expect(desk.getByRole("link", { name: alert.deviceName }).first()).toBeVisible();
  await desk.getByRole("textbox", { name: "To the next shift" }).fill("Watch the street.");
  await desk.getByRole("button", { name: "Hand over" }).click();
  const card = desk.locator("[data-handover]").filter({ hasText: "Watch the street." });
  await expect(card).toContainText("not taken over yet");
  await card.getByRole("button", { name: "Take the shift over" }).click();
  await expect(card.getByRole("alert")).toContainText("You wrote this handover");
});
