import { DAY } from "../lib/base/clock";
import { alertBy, alertsOf } from "./support/facts";
import { expect, test } from "./support/fixtures";
import { connectLive } from "./support/live";

test("a reading is durable when it is acknowledged, judged once, and told to the screens", async ({
  city,
  as,
  addDevice,
}) => {
  const operator = await as("operator");
  const live = await connectLive(city.url, operator.cookie);
  const device = await addDevice({ kind: "underpass-flood", zone: "underpass" });
  const at = Date.now();
  const reading = { stream: "water-depth", at: new Date(at).toISOString(), value: 180 };

  expect(await device.send([reading])).toEqual({ accepted: 1, duplicates: 0, refused: [] });
  const query = { from: at - 1, to: at + 1 };
  const series = await operator.api.call("getSeries", { params: { id: device.id, stream: "water-depth" }, query });
  expect(series.points).toMatchObject([{ at, last: 180 }]);

  const told = await live.until(
    (d) => !!d.alerts?.some((a) => a.deviceId === device.id && a.ruleId === "underpass-closed"),
  );
  expect(told.alerts?.find((a) => a.ruleId === "underpass-closed")).toMatchObject({
    raisedAt: at,
    value: 180,
    level: 4,
    published: true,
  });
  await live.until(
    (d) => !!d.values?.some(([id, stream, , value]) => id === device.id && stream === "water-depth" && value === 180),
  );

  expect(await device.send([{ ...reading, at }])).toEqual({ accepted: 0, duplicates: 1, refused: [] });
  const alerts = (await alertsOf(operator.api, device.id)).filter((a) => a.ruleId === "underpass-closed");
  expect(alerts).toHaveLength(1);

  await device.send([{ stream: "water-depth", at: at + 1000, value: 100 }]);
  await live.until((d) => !!d.alerts?.some((a) => a.id === alerts[0]?.id && a.state === "cleared"));
  expect(await alertBy(operator.api, device.id, "underpass-closed")).toMatchObject({
    state: "cleared",
    clearedAt: at + 1000,
    clearedValue: 100,
  });
  live.close();
});

test("the Jamsu levels bind to the device jamsu", async ({ as, addDevice }) => {
  const { api } = await as("operator");
  const jamsu = await addDevice({ kind: "water-level", id: "jamsu", zone: "riverside", lat: 37.5155, lon: 126.996 });
  const at = Date.now() - 60_000;
  await jamsu.send([
    { stream: "water-level", at, value: 5.49 },
    { stream: "water-level", at: at + 1000, value: 5.6 },
    { stream: "water-level", at: at + 2000, value: 6.5 },
  ]);
  expect((await alertBy(api, "jamsu", "jamsu-pedestrians")).raisedAt).toBe(at + 1000);
  expect((await alertBy(api, "jamsu", "jamsu-vehicles")).raisedAt).toBe(at + 2000);
  expect((await alertBy(api, "jamsu", "jamsu-deck")).raisedAt).toBe(at + 2000);
});

test("rubbish is refused with its code, its neighbours are kept, and the city stays well", async ({
  city,
  addDevice,
  request,
}) => {
  const device = await addDevice({ kind: "street-flood" });
  const at = Date.now();
  const stream = "water-depth";
  const answer = await device.send([
    { stream, at, value: 1 },
    { stream, at: at + 1, value: Number.NaN },
    { stream, at: at + 2, value: "12" },
    { stream: "mood", at: at + 3, value: 1 },
    { stream, at: at + 365 * DAY, value: 1 },
    { stream, at: "yesterday", value: 1 },
    { stream, at: "2026-11-23T00:00:00", value: 1 },
    { stream, at: at + 4, value: 1e9 },
    null,
    { stream, at, value: 1, deviceId: "somebody-else" },
    { stream, at: at + 5, value: 2 },
  ]);
  expect(answer).toMatchObject({ accepted: 2, duplicates: 0 });
  expect(answer.refused.map(({ index, code }) => `${index} ${code}`)).toEqual([
    "1 not-a-number",
    "2 not-a-number",
    "3 unknown-stream",
    "4 time-in-future",
    "5 bad-time",
    "6 bad-time",
    "7 out-of-range",
    "8 malformed",
    "9 unknown-device",
  ]);
  for (const { message } of answer.refused) expect(message.length).toBeGreaterThan(20);

  const rubbish = "x".repeat(2_000_000);
  expect(await device.line.timeout(15_000).emitWithAck("readings", rubbish as never)).toMatchObject({
    code: "malformed",
  });
  const flood = { readings: Array.from({ length: 20_000 }, (_, i) => ({ stream, at: at + i, value: 1 })) };
  expect(await device.line.timeout(15_000).emitWithAck("readings", flood)).toMatchObject({ code: "too-large" });
  expect(await device.send([{ stream, at: at + 6, value: 3 }])).toMatchObject({ accepted: 1 });
  expect(await (await request.get(`${city.url}/api/health`)).json()).toMatchObject({ status: "ok", database: "ok" });
});

test("HTTP takes the same readings and gives the same answers", async ({ addDevice, request }) => {
  const { id, key } = await addDevice({ kind: "street-flood" });
  const at = Date.now();
  const data = {
    readings: [
      { stream: "water-depth", at, value: 4 },
      { stream: "water-depth", at, value: "wet" },
    ],
  };
  const post = (authorization: string) => request.post("/api/v1/readings", { data, headers: { authorization } });
  const taken = await post(`Bearer ${id}.${key}`);
  expect(taken.status()).toBe(200);
  expect(await taken.json()).toMatchObject({
    accepted: 1,
    duplicates: 0,
    refused: [{ index: 1, code: "not-a-number" }],
  });
  expect(await (await post(`Bearer ${id}.${key}`)).json()).toMatchObject({ accepted: 0, duplicates: 1 });
  const refused = await post(`Bearer ${id}.wrong`);
  expect(refused.status()).toBe(401);
  expect(await refused.json()).toMatchObject({ code: "unauthorized" });
  const big = await request.post("/api/v1/readings", {
    data: "x".repeat(2_000_000),
    headers: { authorization: `Bearer ${id}.${key}`, "content-type": "application/json" },
  });
  expect(big.status()).toBe(413);
});

test("a camera's status is its streams, and tampering raises", async ({ as, addDevice }) => {
  const { api } = await as("operator");
  const camera = await addDevice({ kind: "cctv" });
  const status = { battery: 80, camera: { recording: true, fps: 25, tampered: true } };
  expect(await camera.line.timeout(15_000).emitWithAck("status", status)).toMatchObject({ ok: true });
  expect(await alertBy(api, camera.id, "camera-tampered")).toMatchObject({ hazard: "camera", published: false });
  const read = async () => api.call("getDevice", { params: { id: camera.id } });
  await expect.poll(async () => (await read()).link).toBe("fresh");
  const { latest } = await read();
  expect(latest.map((l) => `${l.stream} ${l.value}`).toSorted()).toEqual(["fps 25", "recording 1", "tampered 1"]);
});
