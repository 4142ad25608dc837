import { koreaPack } from "../lib/analyze/pack/korea";
import { alertsOf } from "./support/facts";
import { expect, test } from "./support/fixtures";

test("the admin changes a threshold, and the next reading obeys", async ({ as, addDevice, window }) => {
  const device = await addDevice({ kind: "water-level" });
  const { api } = await as("admin");
  const given = koreaPack.find((r) => r.id === "jamsu-deck");
  if (!given) throw new Error("The pack has no jamsu-deck.");
  const { id: _, ...body } = given;
  const id = `rule-${device.id}`;
  const rule = { ...body, scope: { device: device.id }, raise: 3, clear: 2.5, publish: false };
  await api.call("addRule", { body: { id, rule } });

  const page = await window({ role: "admin" });
  await page.goto(`/admin/rules/${id}`);
  await page.getByLabel("Raise at").fill("4");
  await page.getByRole("button", { name: "Save as version 2" }).click();
  const version = async () => (await api.call("listRuleVersions", { params: { id } })).versions[0]?.version;
  await expect.poll(version).toBe(2);

  const at = Date.now();
  const send = (value: number, after: number) => device.send([{ stream: "water-level", at: at + after, value }]);
  await send(3.5, 0);
  expect(await alertsOf(api, device.id)).toEqual([]);
  await send(4, 1);
  expect(await alertsOf(api, device.id)).toMatchObject([
    { ruleId: id, ruleVersion: 2, raisedAt: at + 1, state: "raised" },
  ]);

  const stale = api.call("changeRule", { params: { id }, body: { version: 1, rule } });
  await expect(stale).rejects.toMatchObject({ code: "conflict" });
  await api.call("changeRule", { params: { id }, body: { version: 2, rule: { ...rule, enabled: false } } });
  await expect.poll(async () => (await alertsOf(api, device.id))[0]?.state).toBe("cleared");
});

test("a rule that makes no sense is refused with its place", async ({ as }) => {
  const { api } = await as("admin");
  const [given] = koreaPack;
  if (!given) throw new Error("The pack is empty.");
  const { id: _, ...body } = given;
  const upside = { id: "upside-down", rule: { ...body, raise: 1, clear: 2 } };
  await expect(api.call("addRule", { body: upside })).rejects.toMatchObject({ code: "invalid" });
});
