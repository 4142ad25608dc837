import { expect, it } from "vitest";
import type { Unit } from "../contract/incident";
import { nextAgency } from "./next-agency";

const at = { lat: 37.5, lon: 127 };
const unit = (agencyId: string, km: number, assignmentIds: string[] = []): Unit => ({
  ...{ id: `${agencyId}-${km}`, agencyId, stationId: null, name: { ko: "", en: "" }, type: "car", positionAt: 0 },
  ...{ lat: 37.5 + km / 111, lon: 127, assignmentIds },
});
const asked = (...ids: string[]) => ({ ...at, assignments: ids.map((agencyId) => ({ agencyId })) });

it("suggests of those not asked the one with the nearest free unit; without units the first by id; nobody where all were", () => {
  const units = [unit("fire", 9), unit("district", 3), unit("road", 1, ["busy"])];
  expect(nextAgency(["police", "fire", "district", "road"], units, asked("police"))).toBe("district");
  expect(nextAgency(["police", "road", "justice"], [], asked("police"))).toBe("justice");
  expect(nextAgency(["police", "fire"], units, asked("police", "fire"))).toBeNull();
});
