import { beforeEach, expect, test, vi } from "vitest";
import { MINUTE } from "./base/clock";
import type { Unit } from "./contract/incident";
import { addDevice } from "./store/device/add-device";
import { listUnits } from "./store/unit/list-units";
import { putUnits } from "./store/unit/put-units";
import { T0, testRiver } from "./test-river";

// another file of the same worker may have stopped time
beforeEach(() => void vi.useRealTimers());

const unit = { id: "car-1", agencyId: "police", stationId: null, name: { ko: "차", en: "car" }, type: "patrol-car" };
const tracker = {
  id: "tracker",
  kind: "unit",
  name: "tracker",
  lat: 37.5,
  lon: 127,
  zone: "street",
  class: 1,
  simulated: false,
  properties: { unit: "car-1" },
  keepAliveMs: 30_000,
  keyCipher: "",
  createdAt: 0,
  retiredAt: null,
  lastSeenAt: null,
  status: null,
};

async function withCar() {
  const river = await testRiver();
  await river.store.write(async (tx) => {
    await tx.agency.create({ data: { id: "police", nameKo: "경찰", nameEn: "Police" } });
    await putUnits(tx, [{ ...unit, lat: 37.5, lon: 127 }], T0);
    await addDevice(tx, tracker, []);
  });
  const place = async () => (await listUnits(river.store.reader))[0];
  return { ...river, place };
}
const at = (minute: number, lat: unknown, lon: unknown) => [
  { stream: "lat", at: T0 + minute * MINUTE, value: lat },
  { stream: "lon", at: T0 + minute * MINUTE, value: lon },
];
const where = ({ lat, lon, positionAt }: Unit) => [lat, lon, (positionAt - T0) / MINUTE];

test("a tracker's readings move its unit, on the disk and for the screens, by event time; due north too", async () => {
  const { open, place, time } = await withCar();
  const { flow, hub } = await open();
  time.now = T0 + 5 * MINUTE;
  await flow.readings("tracker", at(1, 37.51, 127));
  await flow.readings("tracker", at(2, 37.52, 127));
  expect(await place()).toMatchObject({ lat: 37.52, lon: 127, positionAt: T0 + 2 * MINUTE });
  await expect.poll(() => [...hub.state.units.values()].map(where)).toEqual([[37.52, 127, 2]]);
  // what it had kept while its line was down is its past
  await flow.readings("tracker", at(1.5, 37.6, 127.1));
  expect(await place()).toMatchObject({ lat: 37.52, positionAt: T0 + 2 * MINUTE });
});

test("half a place moves nothing until the other half has come, and a refused half never does", async () => {
  const { open, place } = await withCar();
  const { flow } = await open();
  const [lat, lon] = at(1, 37.51, 127.01);
  await flow.readings("tracker", [lat]);
  expect(await place()).toMatchObject({ lat: 37.5, lon: 127 });
  await flow.readings("tracker", [lon]);
  expect(await place()).toMatchObject({ lat: 37.51, lon: 127.01 });
  await flow.readings("tracker", at(2, 97, 127.02));
  expect(await place()).toMatchObject({ lat: 37.51, lon: 127.01, positionAt: T0 + MINUTE });
});

test("a jump that nobody can drive is doubted and moves nothing, in one frame or two; a second one there is believed", async () => {
  const { open, place, time } = await withCar();
  const { flow, hub, registry } = await open();
  time.now = T0 + 1.5 * MINUTE;
  await flow.readings("tracker", at(1, 37.51, 127));
  // 11 km to the north within six seconds, while the longitude is a true one
  const [lat, lon] = at(1.1, 37.61, 127.001);
  await flow.readings("tracker", [lat, lon]);
  expect(await place()).toMatchObject({ lat: 37.51, lon: 127, positionAt: T0 + MINUTE });
  const [half, other] = at(1.2, 37.4, 127.002);
  await flow.readings("tracker", [half]);
  await flow.readings("tracker", [other]);
  expect(await place()).toMatchObject({ lat: 37.51, positionAt: T0 + MINUTE });
  expect(registry.devices.get("tracker")?.streams.get("lat")?.state).toBe("implausible");
  await flow.readings("tracker", at(1.3, 37.511, 127.003));
  expect(await place()).toMatchObject({ lat: 37.511, lon: 127.003, positionAt: T0 + 1.3 * MINUTE });
  // its tracker was off while it drove: the second reading says that the first was true
  await flow.readings("tracker", at(1.4, 37.7, 127.003));
  await flow.readings("tracker", at(1.5, 37.7, 127.004));
  expect(await place()).toMatchObject({ lat: 37.7, lon: 127.004, positionAt: T0 + 1.5 * MINUTE });
  await expect.poll(() => [...hub.state.units.values()].map(where)).toEqual([[37.7, 127.004, 1.5]]);
});

test("a verb that read the unit before it moved does not put it back", async () => {
  const { open, place } = await withCar();
  const { flow, hub } = await open();
  const before = await place();
  await flow.readings("tracker", at(1, 37.51, 127.01));
  await expect.poll(() => hub.state.units.get("car-1")?.lat).toBe(37.51);
  if (before) flow.changed({ units: [{ ...before, assignmentIds: ["a"] }] });
  expect(hub.state.units.get("car-1")).toMatchObject({ lat: 37.51, assignmentIds: ["a"] });
});
