import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { AuditEntry } from "../lib/guard/audit";
import { writeAudit } from "../lib/guard/audit";
import { openStore } from "../lib/store/open";
import type { TestCity } from "./support/city";
import { alertBy } from "./support/facts";
import { expect, test } from "./support/fixtures";

/** Writes rows as the city's own verbs do, beside it: no camera of this test has a picture to look at. */
async function recorded(city: TestCity, entries: AuditEntry[]): Promise<void> {
  const store = await openStore(`file:${join(city.dir, "city.db")}`);
  await store.write((tx) => writeAudit(tx, ...entries));
  await store.close();
}

function view(cameraId: string, purpose: string, seconds: number): AuditEntry[] {
  const detail = { viewId: `${cameraId}-${seconds}`, cameraId, incidentId: "i", purpose, agencyId: null };
  const of = { actor: "person:operator@haechi.local", subject: `camera:${cameraId}` };
  const at = Date.now();
  return [
    { ...of, at, action: "camera.view.start", detail },
    { ...of, at: at + seconds * 1000, action: "camera.view.end", detail: { ...detail, seconds } },
  ];
}

test("who looked and who was refused is the officer's report and file, and in totals everybody's", async ({
  city,
  as,
  addDevice,
  window,
}) => {
  const camera = await addDevice({ kind: "cctv", name: "Camera at the school", zone: "child-protection" });
  const gauge = await addDevice({ kind: "underpass-flood", zone: "underpass" });
  await gauge.send([{ stream: "water-depth", at: Date.now(), value: 300 }]);
  const [operator, police] = [(await as("operator")).api, (await as("police")).api];
  const alert = await alertBy(operator, gauge.id, "underpass-closed");
  const incident = await operator.call("openIncident", { body: { alertIds: [alert.id] } });
  const body = { incidentId: incident.id, purpose: "guide-responders" as const };
  await expect(police.call("startCameraView", { params: { id: camera.id }, body })).rejects.toMatchObject({
    name: "Failure",
  });
  await recorded(city, [...view(camera.id, "verify-alert", 90), ...view(camera.id, "to find Kim Cheolsu", 600)]);

  const page = await window({ role: "admin" });
  await page.goto("/admin");
  await page.getByRole("link", { name: "Privacy" }).click();
  await page.getByRole("cell", { name: "Camera at the school" }).first().getByRole("button").click();
  const lines = page.locator("[data-view]");
  await expect(lines).toHaveCount(3);
  await expect(lines.filter({ hasText: "police@haechi.local" })).toContainText("refused");
  await page.getByLabel("How long").selectOption({ label: "At least 5 min" });
  await expect(lines).toHaveCount(1);
  await expect(lines).toContainText("10 min");
  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: "Download as CSV" }).click();
  const csv = readFileSync(await (await download).path(), "utf8");
  expect(csv.trim().split("\r\n")).toHaveLength(2);
  expect(csv).toContain("to find Kim Cheolsu");
  await page.getByLabel("Office, in Korean").fill("스마트도시과");
  await page.getByLabel("Office, in English").fill("Smart City Division");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Saved.", { exact: true })).toBeVisible();
  const { rows } = await (await as("admin")).api.call("listAudit", { query: { subject: "camera-views" } });
  expect(rows.map((row) => row.action)).toContain("privacy.export");

  const phone = await window();
  await phone.setViewportSize({ width: 390, height: 844 });
  await phone.goto("/");
  await phone.getByRole("link", { name: "How the city watches" }).click();
  await phone.waitForURL("**/transparency");
  const month = phone.locator("[data-month]").first();
  await expect
    .poll(async () => {
      await phone.reload();
      return [await month.textContent(), await phone.getByText("Smart City Division").count()];
    })
    .toEqual([expect.stringMatching(/To see whether an alert is true.*Other, or none stated/s), 1]);
  await expect(month).toContainText("refused");
  expect(await phone.locator("body").textContent()).not.toContain("Cheolsu");
  expect(await phone.locator("body").textContent()).not.toContain("Camera at the school");
  await expect(phone.locator("[data-kind=cctv]")).toContainText(/\d+ device/);
  expect(await phone.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);

  const plain = await window({ javaScriptEnabled: false, locale: "ko" });
  await plain.goto("/transparency");
  await expect(plain.getByRole("heading", { level: 1, name: "도시가 살피는 방법" })).toBeVisible();
  await expect(plain.getByText("스마트도시과")).toBeVisible();
});
