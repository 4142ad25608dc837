import { connectDevice, macAuth, serverProof } from "./support/device";
import { expect, test } from "./support/fixtures";

test("a key lets its device in, and only that one", async ({ city, addDevice }) => {
  const device = await addDevice({ kind: "water-level" });
  expect(Math.abs(device.welcome.serverTime - Date.now())).toBeLessThan(60_000);
  const other = await addDevice({ kind: "water-level" });
  const refused = { code: "unauthorized" };
  await expect(connectDevice(city.url, { deviceId: device.id, key: "wrong" })).rejects.toMatchObject(refused);
  await expect(connectDevice(city.url, { deviceId: device.id, key: other.key })).rejects.toMatchObject(refused);
  await expect(connectDevice(city.url, { deviceId: device.id })).rejects.toMatchObject(refused);
  await expect(connectDevice(city.url, { deviceId: "nobody", key: device.key })).rejects.toMatchObject(refused);
  await expect(connectDevice(city.url, {})).rejects.toMatchObject(refused);
});

test("a MAC proves the device, and the city proves itself", async ({ city, addDevice }) => {
  const { id, key } = await addDevice({ kind: "water-level" });
  const line = await connectDevice(city.url, macAuth(id, key, "nonce-of-its-own"));
  expect(line.welcome.proof).toBe(serverProof(key, "nonce-of-its-own"));
  line.close();
});

test("a replayed nonce, an old time and a forged MAC are refused", async ({ city, addDevice }) => {
  const { id, key } = await addDevice({ kind: "water-level" });
  const once = macAuth(id, key, "used-once-only");
  (await connectDevice(city.url, once)).close();
  const refused = { code: "unauthorized" };
  await expect(connectDevice(city.url, once)).rejects.toMatchObject(refused);
  const sixMinutes = 6 * 60_000;
  for (const ts of [Date.now() - sixMinutes, Date.now() + sixMinutes])
    await expect(connectDevice(city.url, macAuth(id, key, `at ${ts}`, ts))).rejects.toMatchObject(refused);
  const forged = { ...macAuth(id, key, "another-nonce"), nonce: "not-what-was-signed" };
  await expect(connectDevice(city.url, forged)).rejects.toMatchObject(refused);
});

test("a rotated key ends the old one at once, a retired device is out", async ({ city, as, addDevice }) => {
  const { id, key } = await addDevice({ kind: "water-level" });
  const { api } = await as("admin");
  const fresh = await api.call("rotateDeviceKey", { params: { id } });
  await expect(connectDevice(city.url, { deviceId: id, key })).rejects.toMatchObject({ code: "unauthorized" });
  (await connectDevice(city.url, { deviceId: id, key: fresh.key })).close();
  await api.call("retireDevice", { params: { id } });
  await expect(connectDevice(city.url, { deviceId: id, key: fresh.key })).rejects.toMatchObject({
    code: "unauthorized",
  });
});
