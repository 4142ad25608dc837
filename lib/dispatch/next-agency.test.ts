import { expect, it } from "vitest";
import type { AgencyChoice, AgencyReason } from "../contract/agency";
import type { Unit } from "../contract/incident";
import { nextAgency } from "./next-agency";

const at = { lat: 37.5, lon: 127 };
const unit = (agencyId: string, km: number, assignmentIds: string[] = []): Unit => ({
  ...{ id: `${agencyId}-${km}`, agencyId, stationId: null, name: { ko: "", en: "" }, type: "car", positionAt: 0 },
  ...{ lat: 37.5 + km / 111, lon: 127, assignmentIds },
});
const asked = (...ids: string[]) => ({ ...at, assignments: ids.map((agencyId) => ({ agencyId })) });
const choice = (agencyId: string, reason: AgencyReason = "city"): AgencyChoice => {
  return { agencyId, reason, suggested: reason === "here" || reason === "city", zone: null, code: null };
};
const next = (choices: AgencyChoice[], units: Unit[], ...ids: string[]) => nextAgency(choices, units, asked(...ids));

it("suggests of those not asked the one whose area and work it is, however near another stands, and says why", () => {
  const units = [unit("justice", 0.1), unit("far-district", 0.2), unit("fire", 5), unit("road", 9)];
  const all = [
    choice("justice", "other-work"),
    choice("far-district", "other-area"),
    choice("fire"),
    choice("road", "here"),
  ];
  expect(next(all, units, "police")).toMatchObject({ agencyId: "road", reason: "here" });
  expect(next(all, units, "road")).toMatchObject({ agencyId: "fire", reason: "city" });
  expect(next(all, units, "road", "fire")).toMatchObject({ agencyId: "far-district", reason: "other-area" });
  expect(next(all, units, "road", "fire", "far-district")).toMatchObject({ agencyId: "justice", reason: "other-work" });
});

it("takes of equals the one with the nearest free unit; without units the first by id; nobody where all were asked", () => {
  const units = [unit("fire", 9), unit("district", 3), unit("road", 1, ["busy"])];
  const all = ["police", "fire", "district", "road"].map((id) => choice(id));
  expect(next(all, units, "police")?.agencyId).toBe("district");
  expect(
    next(
      ["road", "justice", "police"].map((id) => choice(id)),
      [],
      "police",
    )?.agencyId,
  ).toBe("justice");
  expect(next([choice("police"), choice("fire")], units, "police", "fire")).toBeNull();
});
