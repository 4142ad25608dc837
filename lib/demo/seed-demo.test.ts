import { expect, test } from "vitest";
import { listAgencies, listStations } from "../store/agency/list-agencies";
import { addDevice } from "../store/device/add-device";
import { loadDevices } from "../store/device/load-devices";
import { testStore } from "../store/test-store";
import { listUnits } from "../store/unit/list-units";
import { listZones } from "../store/zone/list-zones";
import { demoCity } from "./city";
import { type SeedParts, seedDemo } from "./seed-demo";

const clock = { now: () => 1_000 };

function writer(fail = false): SeedParts["addDevice"] {
  return (tx, { zone = "street", class: grade = 0, properties = {}, ...device }) => {
    if (fail && device.id === demoCity.devices.at(-1)?.id) throw new Error("the disk is full");
    const own = {
      ...device,
      zone,
      class: grade,
      properties,
      simulated: true,
      keepAliveMs: 60_000,
      keyCipher: "sealed",
      createdAt: 1_000,
    };
    return addDevice(tx, { ...own, retiredAt: null, lastSeenAt: null, status: null }, []);
  };
}

test("writes all of the city; every unit is free and at its station", async () => {
  const store = await testStore();
  await seedDemo({ store, clock, addDevice: writer() });
  expect((await loadDevices(store)).length).toBe(demoCity.devices.length);
  expect((await listZones(store)).length).toBe(demoCity.zones.length);
  expect((await listAgencies(store)).length).toBe(demoCity.agencies.length);
  expect((await listStations(store)).length).toBe(demoCity.stations.length);
  const units = await listUnits(store.reader);
  expect(units.length).toBe(demoCity.units.length);
  expect(units.every((unit) => unit.assignmentIds.length === 0 && unit.positionAt === 1_000)).toBe(true);
});

test("leaves nothing behind when it fails half way", async () => {
  const store = await testStore();
  await expect(seedDemo({ store, clock, addDevice: writer(true) })).rejects.toThrow("the disk is full");
  expect(await listZones(store)).toEqual([]);
  expect(await loadDevices(store)).toEqual([]);
});
