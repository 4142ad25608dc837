import { describe, expect, test } from "vitest";
import { insideRing } from "../base/geo";
import { NewAgency } from "../contract/agency";
import { NewDevice, Zone } from "../contract/device";
import { Station } from "../contract/incident";
import { kinds } from "../kinds/index";
import { demoCity } from "./city";

const ids = (list: { id: string }[]) => list.map((x) => x.id);

describe("the demo city", () => {
  test("has about 250 devices of every kind, each once, as the contract wants them", () => {
    expect(demoCity.devices.length).toBeGreaterThanOrEqual(250);
    expect(new Set(ids(demoCity.devices)).size).toBe(demoCity.devices.length);
    expect(new Set(demoCity.devices.map((d) => d.kind))).toEqual(new Set(kinds.keys()));
    for (const device of demoCity.devices) expect(NewDevice.parse(device)).toEqual(device);
  });

  test("stands in Seoul, but for the dam and the gauge below it", () => {
    const outside = demoCity.devices.filter((d) => d.lat < 37.42 || d.lat > 37.71 || d.lon < 126.76 || d.lon > 127.19);
    expect(ids(outside)).toEqual(["paldang-bridge", "paldang-dam"]);
  });

  test("every device's zone exists, and a drawn one holds it", () => {
    const zones = new Map(demoCity.zones.map((z) => [z.id, z]));
    for (const device of demoCity.devices) {
      const zone = zones.get(device.zone);
      expect(zone, device.id).toBeDefined();
      const ring = zone?.geometry?.coordinates[0];
      if (ring) expect(insideRing(device, ring), device.id).toBe(true);
    }
  });

  test("zones are closed rings that the contract takes", () => {
    expect(new Set(ids(demoCity.zones)).size).toBe(demoCity.zones.length);
    for (const zone of demoCity.zones) {
      expect(Zone.parse(zone)).toEqual(zone);
      const ring = zone.geometry?.coordinates[0];
      expect(ring?.at(-1)).toEqual(ring?.[0]);
    }
  });

  test("each agency has stations, each station units, and an area that is drawn or a purpose", () => {
    const zones = new Set(ids(demoCity.zones));
    for (const agency of demoCity.agencies) {
      expect(NewAgency.parse(agency)).toEqual(agency);
      expect(
        demoCity.stations.some((s) => s.agencyId === agency.id),
        agency.id,
      ).toBe(true);
      for (const zone of agency.zones) expect(zones.has(zone), zone).toBe(true);
    }
    for (const station of demoCity.stations) {
      Station.parse(station);
      const own = demoCity.units.filter((u) => u.stationId === station.id && u.agencyId === station.agencyId);
      expect(own.length, station.id).toBeGreaterThan(0);
    }
    expect(new Set(ids(demoCity.units)).size).toBe(demoCity.units.length);
  });
});
