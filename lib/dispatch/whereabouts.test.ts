import { expect, test } from "vitest";
import { distanceM } from "../base/geo";
import type { Unit } from "../contract/incident";
import { usualLaw as law } from "./pack/travel";
import { expectedM, whereabouts } from "./whereabouts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const now = 100 * HOUR;
const station = { lat: 37.5, lon: 127 };
const out = { lat: 37.59, lon: 127 };
const scene = { lat: 37.55, lon: 127, at: now - 10 * MINUTE };

const unit = (ageMs: number, more: Partial<Unit> = {}): Unit => ({
  ...{ id: "u", agencyId: "fire", stationId: "s", name: { ko: "", en: "" }, type: "pump", assignmentIds: [] },
  ...out,
  positionAt: now - ageMs,
  ...more,
});
const of = (it: Unit, more: Partial<Parameters<typeof whereabouts>[1]> = {}) =>
  whereabouts(it, { station, scene: null, now, law, ...more });

test("a fresh position is believed, and where it is far from the station nobody has to turn out", () => {
  expect(of(unit(1000), { scene })).toEqual({
    ...out,
    ...{ by: "position", knownAt: now - 1000, state: "fresh", unsureM: 0, onRoad: true },
  });
  expect(of(unit(1000, station))).toMatchObject({ onRoad: false });
});

test("the newer of position and last scene is believed; a crew at a scene is there although no device says so", () => {
  const busy = unit(HOUR, { assignmentIds: ["a"] });
  const at = of(busy, { scene });
  expect(at).toMatchObject({ by: "scene", lat: scene.lat, knownAt: scene.at, state: "stale", unsureM: 0 });
  expect(of(unit(5 * MINUTE, { assignmentIds: ["a"] }), { scene })).toMatchObject({ by: "position", ...out });
});

test("with nothing to do and unheard of, a unit with a station is on its way back, then there, and has to turn out again", () => {
  const under = of(unit(6 * MINUTE));
  expect(under).toMatchObject({ by: "station", onRoad: true, unsureM: 0, knownAt: now - 6 * MINUTE, state: "stale" });
  expect(distanceM(under, out)).toBeCloseTo((25_000 * 6) / 60, -1);
  expect(of(unit(HOUR))).toMatchObject({ ...station, by: "station", onRoad: false });
});

test("one that roams, or has no station, gets lost: its radius grows with the age of what is known, up to the city's", () => {
  const lost = of(unit(5 * HOUR), { station: null, scene });
  expect(lost).toMatchObject({ by: "scene", onRoad: true });
  expect(lost.unsureM).toBeCloseTo(4000 / 6);
  expect(of(unit(HOUR, { type: "patrol-car" })).unsureM).toBeCloseTo(4000);
  expect(of(unit(50 * HOUR), { station: null }).unsureM).toBe(10_000);
  expect(of(unit(60_000), { station: null }).unsureM).toBe(0);
});

test("who is not sure is expected farther away, and the less the farther it is anyway", () => {
  const to = { lat: station.lat + 3 / 111.195, lon: station.lon };
  expect(expectedM({ ...station, unsureM: 0 }, to)).toBeCloseTo(3000, -1);
  expect(expectedM({ ...station, unsureM: 4000 }, to)).toBeCloseTo(5000, -1);
});
