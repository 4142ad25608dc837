import { expect, it } from "vitest";
import type { Unit } from "../contract/incident";
import { rankUnits } from "./nearest";

const place = { lat: 37.5, lon: 127 };
const unit = (id: string, km: number, more: Partial<Unit> = {}): Unit => ({
  id,
  agencyId: "fire",
  stationId: null,
  name: { ko: id, en: id },
  type: "rescue",
  lat: 37.5 + km / 111.2,
  lon: 127,
  positionAt: 0,
  assignmentIds: [],
  ...more,
});

it("asks free before busy, fit before unfit, near before far", () => {
  const units = [
    unit("busy-near", 0.1, { assignmentIds: ["a"] }),
    unit("far", 5),
    unit("near", 1),
    unit("unfit", 0.2, { type: "ambulance" }),
  ];
  const ranked = rankUnits(units, place, "flood");
  expect(ranked.map((r) => r.unit.id)).toEqual(["near", "far", "unfit", "busy-near"]);
  expect(ranked[0]?.reason).toEqual({ ko: "대기 중 · 1.0 km", en: "free · 1.0 km" });
  expect(ranked[2]?.reason.en).toBe("free · made for other work · 0.2 km");
});

it("keeps a steady order among equals, and takes every unit for other hazards", () => {
  expect(rankUnits([unit("b", 1), unit("a", 1)], place, "other").map((r) => r.unit.id)).toEqual(["a", "b"]);
});
