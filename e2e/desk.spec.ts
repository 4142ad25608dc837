import { expect, test } from "./support/fixtures";
import { levelPixels } from "./support/pixels";

test("a device's reading becomes a pixel and an alert on the desk, and is acknowledged", async ({
  addDevice,
  window,
}) => {
  const device = await addDevice({ kind: "underpass-flood", zone: "underpass" });
  const desk = await window({ role: "operator" });
  await desk.goto(`/desk#device=${device.id}`);
  await expect(desk.locator("[data-map-ready]")).toBeVisible();
  await expect(desk.getByRole("heading", { name: device.id })).toBeVisible();
  const before = await levelPixels(desk, 4);

  await device.send([{ stream: "water-depth", at: Date.now(), value: 260 }]);
  const row = desk.locator("[data-alert]").filter({ hasText: device.id }).filter({ hasText: "Serious" });
  await expect(row).toContainText("Flood");
  await expect(row).toContainText("260");
  await expect.poll(() => levelPixels(desk, 4)).toBeGreaterThan(before + 20);

  await row.getByRole("button", { name: "Ack" }).click();
  await expect(row).toContainText("Seen by");
  await desk.reload();
  await expect(row).toContainText("Seen by");

  // one dry reading right after 26 cm is no all clear: the second one is
  const dry = () => device.send([{ stream: "water-depth", at: Date.now(), value: 0 }]);
  await dry();
  await desk.goto(`/desk#device=${device.id}`);
  await expect(desk.locator("[data-state=implausible]").first()).toBeVisible();
  await expect(row).toBeVisible();
  await dry();
  await expect(row).toBeHidden();
  await expect(desk.getByRole("radio", { name: "Ended" })).toBeVisible();
});

test("the device's panel shows its value, its age and its day", async ({ addDevice, window }) => {
  const device = await addDevice({ kind: "water-level", zone: "riverside" });
  const now = Date.now();
  await device.send(
    [60, 40, 20].map((min, i) => ({ stream: "water-level", at: now - min * 60_000, value: 1.2 + i / 10 })),
  );
  const desk = await window({ role: "operator" });
  await desk.goto(`/desk#device=${device.id}`);
  await expect(desk.getByRole("img", { name: "Water level, chart of the last 24 hours" })).toBeVisible();
  await device.send([{ stream: "water-level", at: Date.now(), value: 2.34 }]);
  await expect(desk.getByText("2.34").first()).toBeVisible();
});

test("what is lost is said: a screen without the city never looks live", async ({ window }) => {
  const desk = await window({ role: "operator" });
  await desk.goto("/desk");
  await expect(desk.getByRole("button", { name: "Feed health: Live" })).toBeVisible();
  await desk.context().setOffline(true);
  await expect(desk.getByText(/Connection lost|Nothing heard from the city/)).toBeVisible({ timeout: 60_000 });
  await desk.context().setOffline(false);
  await expect(desk.getByRole("button", { name: "Feed health: Live" })).toBeVisible({ timeout: 60_000 });
});
