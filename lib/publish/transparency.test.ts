import { expect, it } from "vitest";
import { koreaPack } from "../analyze/pack/korea";
import { plainAgency } from "../contract/agency";
import { kinds } from "../kinds/index";
import { firstPublicMonth, type TransparencyFacts, transparencyOf, type Watcher } from "./transparency";

const NOW = Date.parse("2026-11-30T23:59:00+09:00");
const city = { mode: "live", demo: false, now: NOW, speed: 1, timeZone: "Asia/Seoul", mapStyleUrl: null } as const;
const name = { ko: "이름", en: "name" };
const rules = koreaPack.map((rule) => ({ ...rule, version: 1, createdAt: 0, createdBy: "pack" }));
const watcher = (id: string, kind: string, zone: string, simulated = false): Watcher[] => {
  const known = kinds.get(kind);
  return known ? [{ id, kind: known, zone, simulated }] : [];
};
const sign = { purpose: "children", legalBasis: "PIPA §25", contact: "02-120", retentionDays: 30 };
const signOf = (place: string, more = {}) => ({ ...sign, place, ...more });
const facts: TransparencyFacts = {
  city,
  watchers: [
    ...watcher("jamsu", "water-level", "han"),
    ...watcher("c1", "cctv", "han", true),
    ...watcher("c2", "cctv", "cpz-1"),
    ...watcher("c3", "cctv", "cpz-1"),
    ...watcher("c4", "cctv", "gone"),
  ],
  zones: [
    { id: "han", purpose: "riverside", name, geometry: null },
    { id: "cpz-1", purpose: "child-protection", name, geometry: null },
  ],
  rules,
  agencies: [{ ...plainAgency, id: "police", name, phone: "" }],
  months: [{ month: "2026-11", views: 5, refused: 1, seconds: 90 }],
  purposes: [
    { month: "2026-11", key: "verify-alert", views: 2, refused: 1, seconds: 30 },
    { month: "2026-11", key: "to find Kim Cheolsu", views: 2, refused: 0, seconds: 50 },
    { month: "2026-11", key: "", views: 1, refused: 0, seconds: 10 },
    { month: "2026-10", key: "record-damage", views: 9, refused: 0, seconds: 9 },
  ],
  byAgency: [
    { month: "2026-11", key: "", views: 2, refused: 0, seconds: 40 },
    { month: "2026-11", key: "police", views: 1, refused: 1, seconds: 20 },
    { month: "2026-10", key: "police", views: 2, refused: 0, seconds: 30 },
    { month: "2026-10", key: "anonymous", views: 0, refused: 7, seconds: 0 },
    { month: "2026-10", key: "left", views: 1, refused: 0, seconds: 1 },
  ],
  kept: 2,
  contact: null,
  signs: new Map([
    ["c1", signOf("1")],
    ["c2", signOf("2")],
    ["c3", signOf("3", { retentionDays: 7 })],
    ["retired", signOf("4")],
  ]),
};
const told = transparencyOf(facts);

it("tells the kinds that are there, how many of them are simulated, what the rules look for with them and how long it is kept", () => {
  expect(told.watches.map((w) => [w.kind, w.count, w.simulated, w.camera])).toEqual([
    ["water-level", 1, 0, false],
    ["cctv", 4, 1, true],
  ]);
  expect(told.watches[0]?.hazards).toContain("flood");
  expect(told.watches[1]).toMatchObject({ kept: { readings: 90 } });
  expect(told.watches[1]?.hazards).toContain("camera");
  const none = transparencyOf({ ...facts, rules: rules.map((r) => ({ ...r, enabled: false })) });
  expect(none.watches.map((w) => w.hazards)).toEqual([[], []]);
});

it("counts cameras by what their zone is protected for, the most first", () => {
  expect(told.cameras).toEqual([
    { purpose: "child-protection", count: 2 },
    { purpose: "riverside", count: 1 },
    { purpose: "other", count: 1 },
  ]);
});

it("tells what the signs of cameras in service say, each text once", () => {
  expect(told.signs).toEqual([
    { ...sign, count: 2 },
    { ...sign, retentionDays: 7, count: 1 },
  ]);
});

it("repeats no words of a person in public, and loses no view", () => {
  expect(JSON.stringify(told)).not.toContain("Cheolsu");
  expect(told.months[0]?.purposes).toEqual([
    { purpose: "other", views: 3, refused: 0, seconds: 60 },
    { purpose: "verify-alert", views: 2, refused: 1, seconds: 30 },
  ]);
  expect(told.agencies).toEqual([
    { name, views: 3, refused: 1, seconds: 50 },
    { name: null, views: 2, refused: 0, seconds: 40 },
    { name: { ko: "없어진 기관", en: "Agencies that are no more" }, views: 1, refused: 0, seconds: 1 },
    { name: { ko: "로그인하지 않은 사람", en: "Somebody who had not signed in" }, views: 0, refused: 7, seconds: 0 },
  ]);
});

it("goes back twelve of the city's months", () => {
  expect(firstPublicMonth(NOW)).toBe("2025-12");
  expect(firstPublicMonth(NOW + 60_000)).toBe("2026-01");
});
