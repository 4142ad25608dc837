import { alertBy } from "./support/facts";
import { expect, test } from "./support/fixtures";

test("what is published reaches a citizen, with and without JavaScript, and goes when it clears", async ({
  as,
  addDevice,
  window,
}) => {
  const device = await addDevice({ kind: "underpass-flood", zone: "underpass", name: "Test Underpass" });
  const phone = await window();
  await phone.setViewportSize({ width: 390, height: 844 });
  await phone.goto("/");
  await device.send([{ stream: "water-depth", at: Date.now(), value: 300 }]);
  const { api } = await as("operator");
  const { id } = await alertBy(api, device.id, "underpass-closed");
  const advice = "Do not enter the underpass.";
  await expect(phone.getByText(advice).first()).toBeVisible();
  await expect(phone.getByRole("heading", { name: /^Serious danger in/ })).toBeVisible();

  const plain = await window({ javaScriptEnabled: false });
  await plain.goto("/");
  await expect(plain.getByText(advice).first()).toBeVisible();
  const korean = await window({ javaScriptEnabled: false, locale: "ko" });
  await korean.goto("/");
  await expect(korean.getByText("지하차도에 진입하지 마시기 바랍니다.").first()).toBeVisible();

  const summary = async () => api.call("getPublicSummary", {});
  const shown = (await summary()).alerts.find((a) => a.id === id);
  expect(JSON.stringify(await summary())).not.toContain(device.id);
  expect(Math.abs((shown?.lat ?? 0) * 200 - Math.round((shown?.lat ?? 0) * 200))).toBeLessThan(1e-6);

  const now = Date.now();
  await device.send([0, 1].map((ms) => ({ stream: "water-depth", at: now + ms, value: 0 })));
  await expect.poll(async () => (await summary()).alerts.map((a) => a.id)).not.toContain(id);
  expect((await summary()).ended.map((a) => a.id)).toContain(id);
});

test("what is not published stays inside, until the operator shows it", async ({ as, addDevice }) => {
  const device = await addDevice({ kind: "street-flood" });
  const { api } = await as("operator");
  const now = Date.now();
  await device.send([70, 0].map((ago) => ({ stream: "water-depth", at: now - ago * 1000, value: 60 })));
  const { id } = await alertBy(api, device.id, "street-early");
  const shown = async () => (await api.call("getPublicSummary", {})).alerts.map((a) => a.id);
  expect(await shown()).not.toContain(id);
  await api.call("publishAlert", { params: { id }, body: { published: true } });
  await expect.poll(shown).toContain(id);
  await api.call("publishAlert", { params: { id }, body: { published: false } });
  await expect.poll(shown).not.toContain(id);
});

test("what a camera says of itself is never shown to citizens", async ({ as, addDevice }) => {
  const device = await addDevice({ kind: "cctv" });
  const { api } = await as("operator");
  await device.line.timeout(15_000).emitWithAck("status", { camera: { tampered: true } });
  const { id } = await alertBy(api, device.id, "camera-tampered");
  const publish = api.call("publishAlert", { params: { id }, body: { published: true } });
  await expect(publish).rejects.toMatchObject({ name: "Failure" });
});
