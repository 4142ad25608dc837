import { execFile } from "node:child_process";
import { promisify } from "node:util";
import type { Locator, Page } from "@playwright/test";
import { createClient } from "../lib/client/client";
import { alertBy } from "./support/facts";
import { expect, test } from "./support/fixtures";
import { openReceiver } from "./support/receiver";

const agency = `road-${Date.now().toString(36)}`;

/** Connects the agency's webhook on the admin's page and gives the secret that is shown. */
async function connect(page: Page, url: string): Promise<string> {
  await page.locator(`[data-row="${agency}"]`).getByRole("button", { name: "Webhook of" }).click();
  await page.getByLabel("Address").fill(url);
  await page.getByRole("button", { name: "Connect and make its secret" }).click();
  const secret = await page.getByLabel("Webhook secret, shown once").inputValue();
  await page.getByRole("button", { name: "I have stored it" }).click();
  return secret;
}

test("an agency without our panel is told by its webhook, answers by the API, and what it missed is sent again", async ({
  city,
  as,
  addDevice,
  window,
}) => {
  test.skip(city.dir === "", "the token is made in the city's own folder");
  const receiver = await openReceiver();
  const admin = await window({ role: "admin" });
  await admin.goto("/admin/agencies");
  await admin.getByRole("button", { name: "Add an agency" }).first().click();
  const form = admin.getByRole("dialog");
  await form.getByLabel("Identifier").fill(agency);
  await form.getByLabel("Name in Korean").fill("도로과");
  await form.getByLabel("Name in English").fill("Road department");
  await form.getByRole("button", { name: "Add", exact: true }).click();
  receiver.trust(await connect(admin, receiver.url));
  await admin.getByRole("button", { name: "Send a test" }).click();
  await expect(admin.getByText("The test has arrived.")).toBeVisible();
  expect(receiver.told.map((t) => t.type)).toEqual(["webhook.test"]);
  await admin.getByRole("dialog").getByRole("button", { name: "Close" }).click();

  const device = await addDevice({ kind: "underpass-flood", zone: "underpass" });
  await device.send([{ stream: "water-depth", at: Date.now(), value: 300 }]);
  const { api } = await as("operator");
  const alert = await alertBy(api, device.id, "underpass-closed");
  const incident = await api.call("openIncident", { body: { alertIds: [alert.id] } });
  const ask = () => api.call("requestAssignment", { params: { id: incident.id }, body: { agencyId: agency } });
  const asked = await ask();
  const kinds = () => receiver.told.filter((t) => t.data.assignment?.id === asked.id).map((t) => t.type);
  await expect.poll(kinds).toEqual(["assignment.requested"]);

  const command = ["--import", "tsx", "lib/cli/main.ts", "token", "create", "--role", "police", "--agency", agency];
  const env = { ...process.env, HAECHI_DIR: city.dir };
  // not the blocking one: meanwhile the city closes lines that are idle, and who is blocked asks on a closed one
  const { stdout } = await promisify(execFile)(process.execPath, command, { env });
  const token = stdout.trim();
  const road = createClient(city.url, { headers: { authorization: `Bearer ${token}` } });
  expect((await road.call("listIncidents", { query: {} })).incidents.map((i) => i.id)).toEqual([incident.id]);
  for (const step of ["accept", "en-route", "arrive", "clear"] as const)
    await road.call("stepAssignment", { params: { id: asked.id, step }, body: {} });
  const all = ["requested", "accepted", "en_route", "arrived", "cleared"].map((kind) => `assignment.${kind}`);
  await expect.poll(kinds).toEqual(all);
  const seen = await api.call("getIncident", { params: { id: incident.id } });
  expect(seen.assignments.map((a) => [a.agencyId, a.state])).toEqual([[agency, "cleared"]]);

  receiver.close();
  const missed = await ask();
  const row = admin.locator(`[data-row="${agency}"]`);
  await expect(row).toContainText("ECONNREFUSED");
  await takeAway(admin, row);
  const dead = admin.locator("[data-row]").filter({ hasText: `assignment:${missed.id}` });
  await expect(dead).toContainText("The webhook was taken away.");

  const again = await openReceiver();
  again.trust(await connect(admin, again.url));
  await admin.getByRole("dialog").getByRole("button", { name: "Close" }).click();
  await dead.getByRole("button", { name: "Send again" }).click();
  await expect.poll(() => again.told.map((t) => t.data.assignment?.id)).toEqual([missed.id]);
  await expect(dead).toBeHidden();
  again.close();
});

async function takeAway(page: Page, row: Locator): Promise<void> {
  await row.getByRole("button", { name: "Webhook of" }).click();
  await page.getByRole("button", { name: "Take it away…" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Take it away" }).click();
}

test("a sign shows what is published where it stands, and the desk sees that it said yes", async ({
  addDevice,
  window,
}) => {
  // far from what other tests let stand
  const place = { lat: 37.3, lon: 126.6 };
  const sign = await addDevice({ kind: "signboard", zone: "underpass", ...place });
  const orders: { id: string; kind: string; text: string | null }[] = [];
  const answers: ((answer: unknown) => void)[] = [];
  sign.line.on("command", (command, answer) => {
    orders.push(command as never);
    answers.push(answer);
  });
  const desk = await window({ role: "operator" });
  await desk.goto(`/desk#device=${sign.id}`);
  await expect(desk.getByRole("heading", { name: sign.id })).toBeVisible();

  const flood = await addDevice({ kind: "underpass-flood", zone: "underpass", ...place });
  await flood.send([{ stream: "water-depth", at: Date.now(), value: 300 }]);
  await expect.poll(() => orders.length).toBe(1);
  expect(orders[0]).toMatchObject({ kind: "display", text: expect.stringMatching(/[가-힣]/) });
  await expect(desk.locator("[data-sign=pending]")).toContainText(orders[0]?.text ?? "");
  answers[0]?.({ ok: true });
  await expect(desk.locator("[data-sign=delivered]")).toContainText("Confirmed by the sign");

  // one reading that falls so fast is doubted; a second one confirms it
  for (const ahead of [0, 1]) await flood.send([{ stream: "water-depth", at: Date.now() + ahead, value: 0 }]);
  await expect.poll(() => orders.map((o) => o.text)).toEqual([orders[0]?.text, null]);
  answers[1]?.({ ok: true });
  await expect(desk.locator("[data-sign=delivered]")).toContainText("Nothing is shown.");
});
