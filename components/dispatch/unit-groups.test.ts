import { expect, test } from "vitest";
import type { Station, Unit } from "@/lib/contract/incident";
import { unitCounts, unitGroups } from "./unit-groups";

const station = (id: string, en: string): Station => ({ id, agencyId: "fire", name: { ko: id, en }, lat: 0, lon: 0 });
const unit = (id: string, stationId: string | null, busy = false, agencyId = "fire"): Unit => ({
  id,
  agencyId,
  stationId,
  name: { ko: `${id}호`, en: `Unit ${id}` },
  type: "pump",
  lat: 0,
  lon: 0,
  positionAt: 0,
  assignmentIds: busy ? ["x"] : [],
});
const stations = new Map([station("마포", "Mapo"), station("강남", "Gangnam")].map((it) => [it.id, it]));
const units = [
  unit("3", null),
  unit("2", "마포", true),
  unit("1", "마포"),
  unit("4", "강남"),
  unit("5", "강남", false, "police"),
];
const shown = (text: string, busyOnly = false) =>
  unitGroups(units, stations, "fire", { text, busyOnly }, "en").map((it) => [
    it.station?.name.en ?? null,
    it.units.map((one) => one.id),
  ]);

test("by station in the order of names, without a station last, the other agency's left out", () => {
  expect(shown("")).toEqual([
    ["Gangnam", ["4"]],
    ["Mapo", ["1", "2"]],
    [null, ["3"]],
  ]);
});

test("the filter names a unit or a station in either language, and may leave the busy only", () => {
  expect(shown("마포")).toEqual([["Mapo", ["1", "2"]]]);
  expect(shown("unit 4")).toEqual([["Gangnam", ["4"]]]);
  expect(shown("", true)).toEqual([["Mapo", ["2"]]]);
});

test("free and busy are counted for the one agency", () => {
  expect(unitCounts(units, "fire")).toEqual({ free: 3, busy: 1 });
});
