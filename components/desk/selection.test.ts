import { expect, test } from "vitest";
import { emptyCity } from "@/components/live/city-state";
import { placeOf, subjectOf } from "./place-of";
import { selectionOf } from "./use-selection-in-url";

test.each([
  ["#device=jamsu", { type: "device", id: "jamsu" }],
  ["#zone=%EA%B0%95%EB%82%A8", { type: "zone", id: "강남" }],
  ["#device=", null],
  ["#other=1", null],
  ["#device=%E0%A4%A", null],
  ["", null],
])("the address %s selects %o", (hash, selection) => {
  expect(selectionOf(hash)).toEqual(selection);
});

test("a zone stands at the middle of its outline, one without an outline nowhere", () => {
  const zone = { id: "z", purpose: "street" as const, name: { ko: "길", en: "Street" }, geometry: null };
  const ring: [number, number][] = [
    [127, 37],
    [127.2, 37],
    [127.2, 37.4],
    [127, 37],
  ];
  const city = { ...emptyCity, zones: new Map([["z", zone]]) };
  expect(subjectOf({ type: "zone", id: "z" }, city)).toBe(zone);
  expect(placeOf(zone)).toBeNull();
  const place = placeOf({ ...zone, geometry: { type: "Polygon", coordinates: [ring] } });
  expect(place?.lat).toBeCloseTo(37.2);
  expect(place?.lon).toBeCloseTo(127.1);
});
