import { expect, test } from "vitest";
import type { Unit } from "@/lib/contract/incident";
import { distanceText, unitChoices } from "./unit-choices";

const place = { lat: 37.5, lon: 127 };
const unit = (id: string, north: number, busy = false, agencyId = "police"): Unit => ({
  id,
  agencyId,
  stationId: null,
  name: { ko: id, en: id },
  type: "patrol-car",
  lat: place.lat + north,
  lon: place.lon,
  positionAt: 0,
  assignmentIds: busy ? ["x"] : [],
});

test("free before busy, near before far, and each says why", () => {
  const all = [unit("far", 0.05), unit("near-busy", 0.001, true), unit("near", 0.01), unit("far-busy", 0.06, true)];
  const choices = unitChoices([...all, unit("truck", 0, false, "fire")], "police", place);
  expect(choices.map((it) => [it.unit.id, it.reason])).toEqual([
    ["near", "nearest-free"],
    ["far", "free"],
    ["near-busy", "busy-nearer"],
    ["far-busy", "busy"],
  ]);
  expect(Math.round(choices[0]?.distanceM ?? 0)).toBe(1112);
});

test("where all are busy the nearest is first and none is called free", () => {
  const choices = unitChoices([unit("b", 0.02, true), unit("a", 0.01, true)], "police", place);
  expect(choices.map((it) => [it.unit.id, it.reason])).toEqual([
    ["a", "busy"],
    ["b", "busy"],
  ]);
});

test.each([
  [4, "0 m"],
  [347, "350 m"],
  [999, "1.0 km"],
  [2440, "2.4 km"],
])("%i m reads %s", (metres, text) => {
  expect(distanceText(metres)).toBe(text);
});
