import { describe, expect, it } from "vitest";
import type { Rule } from "../contract/rule";
import { rulesFor } from "./bind";
import { koreaPack } from "./pack/korea";

const now = Date.parse("2026-11-23T00:00:00Z");
const all: Rule[] = koreaPack.map((rule) => ({ ...rule, version: 1, createdAt: 0, createdBy: "pack" }));
const ids = (rules: Rule[]) => rules.map((r) => r.id);
const jamsu = { id: "jamsu", kind: "water-level", zone: "riverside" };
const [first] = all;
if (!first) throw new Error("the pack is empty");

describe("rulesFor", () => {
  it("gives the Jamsu bridge its three levels, and no other gauge", () => {
    expect(ids(rulesFor(all, jamsu, undefined, "water-level", now))).toEqual([
      "jamsu-pedestrians",
      "jamsu-vehicles",
      "jamsu-deck",
    ]);
    expect(rulesFor(all, { ...jamsu, id: "hangang" }, undefined, "water-level", now)).toEqual([]);
  });

  it("gives silence rules to the empty stream only", () => {
    expect(ids(rulesFor(all, { id: "c1", kind: "cctv", zone: "street" }, undefined, "", now))).toEqual([
      "camera-offline",
    ]);
    expect(ids(rulesFor(all, { id: "c1", kind: "cctv", zone: "street" }, undefined, "tampered", now))).toEqual([
      "camera-tampered",
    ]);
  });

  it("takes a zone by its id or by its purpose", () => {
    const school = { ...first, scope: { zone: "child-protection" } };
    const gauge = { id: "x", kind: "water-level", zone: "zone-7" };
    expect(rulesFor([school], gauge, "child-protection", "water-level", now)).toHaveLength(1);
    expect(rulesFor([school], { ...gauge, zone: "child-protection" }, undefined, "water-level", now)).toHaveLength(1);
    expect(rulesFor([school], gauge, "riverside", "water-level", now)).toHaveLength(0);
  });

  it("asks for every part that the scope names, and for one at least", () => {
    const both = { ...first, scope: { kind: "water-level", zone: "riverside" } };
    expect(rulesFor([both], jamsu, undefined, "water-level", now)).toHaveLength(1);
    expect(rulesFor([both], { ...jamsu, zone: "street" }, undefined, "water-level", now)).toHaveLength(0);
    expect(rulesFor([{ ...first, scope: {} }], jamsu, undefined, "water-level", now)).toHaveLength(0);
  });

  it("leaves out what is disabled, and what begins tomorrow in Seoul", () => {
    expect(rulesFor([{ ...first, enabled: false }], jamsu, undefined, "water-level", now)).toHaveLength(0);
    const tomorrow = { ...first, effectiveFrom: "2026-11-24" };
    expect(rulesFor([tomorrow], jamsu, undefined, "water-level", Date.parse("2026-11-23T14:59:59Z"))).toHaveLength(0);
    expect(rulesFor([tomorrow], jamsu, undefined, "water-level", Date.parse("2026-11-23T15:00:00Z"))).toHaveLength(1);
  });
});
