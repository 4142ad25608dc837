import { describe, expect, it } from "vitest";
import type { Zone } from "@/lib/contract/device";
import { checkZone, draftOfZone, emptyZone } from "./zone-draft";

const outline = [
  [127.0000001, 37.5],
  [127.1, 37.5],
  [127.1, 37.6],
  [127.0000001, 37.5],
] as [number, number][];
const hole = [
  [127.08, 37.52],
  [127.09, 37.52],
  [127.09, 37.53],
  [127.08, 37.52],
] as [number, number][];
const zone: Zone = {
  id: "banpo",
  purpose: "riverside",
  name: { ko: "반포", en: "Banpo" },
  geometry: { type: "Polygon", coordinates: [outline, hole] },
};

describe("a zone's form", () => {
  it("keeps an area that was not touched, with its holes and digits", () => {
    const draft = { ...draftOfZone(zone), nameEn: "Banpo park" };
    expect(checkZone(draft, zone).zone?.geometry).toEqual(zone.geometry);
  });
  it("takes a zone without an area, and an area that was taken away", () => {
    expect(checkZone({ ...draftOfZone(zone), corners: " " }, zone).zone?.geometry).toBeNull();
  });
  it("names what is missing and the line that is wrong", () => {
    const checked = checkZone({ ...emptyZone, corners: "here" });
    expect(checked.zone).toBeNull();
    expect(Object.keys(checked.faults).sort()).toEqual(["id", "name.en", "name.ko"]);
    expect(checked.ring).toEqual({ code: "not-a-pair", line: 1 });
  });
});
