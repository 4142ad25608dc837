import { describe, expect, it } from "vitest";
import type { Zone } from "../contract/device";
import type { Rule } from "../contract/rule";
import { fits, inForce, inZone } from "./bind";
import { koreaPack } from "./pack/korea";

const all: Rule[] = koreaPack.map((rule) => ({ ...rule, version: 1, createdAt: 0, createdBy: "pack" }));
const jamsu = { id: "jamsu", kind: "water-level", zone: "riverside", lat: 37.5155, lon: 126.996 };

describe("a scope", () => {
  it("takes a zone by its id or by its purpose", () => {
    const gauge = { id: "x", kind: "water-level", zone: "zone-7" };
    expect(fits({ zone: "child-protection" }, gauge, "child-protection")).toBe(true);
    expect(fits({ zone: "child-protection" }, { ...gauge, zone: "child-protection" }, undefined)).toBe(true);
    expect(fits({ zone: "child-protection" }, gauge, "riverside")).toBe(false);
  });

  it("asks for every part that it names, and for one at least", () => {
    expect(fits({ kind: "water-level", zone: "riverside" }, jamsu, undefined)).toBe(true);
    expect(fits({ kind: "water-level", zone: "riverside" }, { ...jamsu, zone: "street" }, undefined)).toBe(false);
    expect(fits({ device: "jamsu" }, { ...jamsu, id: "hangang" }, undefined)).toBe(false);
    expect(fits({}, jamsu, undefined)).toBe(false);
  });
});

it("leaves out what is disabled, and what begins tomorrow in Seoul", () => {
  const [first] = all;
  const rules = [
    { ...first, effectiveFrom: "2026-11-24" },
    { ...first, enabled: false },
  ] as Rule[];
  expect(inForce(rules, Date.parse("2026-11-23T14:59:59Z"))).toHaveLength(0);
  expect(inForce(rules, Date.parse("2026-11-23T15:00:00Z"))).toHaveLength(1);
});

it("a device belongs to the zone that it names, and to the area in which it stands", () => {
  const square = (holes: [number, number][][] = []): Zone["geometry"] => ({
    type: "Polygon",
    coordinates: [ring(0.01), ...holes],
  });
  const ring = (reach: number): [number, number][] =>
    [
      [-1, -1],
      [1, -1],
      [1, 1],
      [-1, 1],
      [-1, -1],
    ].map(([x = 0, y = 0]) => [jamsu.lon + x * reach, jamsu.lat + y * reach]);
  const zone = { id: "seocho", purpose: "district", name: { ko: "서초구", en: "Seocho" } } as const;
  expect(inZone({ ...zone, id: "riverside", geometry: null }, jamsu)).toBe(true);
  expect(inZone({ ...zone, geometry: null }, jamsu)).toBe(false);
  expect(inZone({ ...zone, geometry: square() }, jamsu)).toBe(true);
  expect(inZone({ ...zone, geometry: square([ring(0.005)]) }, jamsu)).toBe(false);
  expect(inZone({ ...zone, geometry: square() }, { ...jamsu, lat: 37.6 })).toBe(false);
});
