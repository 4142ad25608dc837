import { expect, it } from "vitest";
import type { Unit } from "../contract/incident";
import { farArrivalM, NEAR_M } from "./far-arrival";

const place = { lat: 36.6, lon: 127.3 };
const unit = (metres: number, positionAt: number): Unit => ({
  ...{ id: "p1", agencyId: "police", stationId: null, name: { ko: "", en: "" }, type: "patrol-car", assignmentIds: [] },
  ...{ lat: 36.6 + metres / 111_195, lon: 127.3, positionAt },
});

it("marks an arrival at another place, never one at the place, nor one of a unit whose place nobody knows", () => {
  expect(farArrivalM(unit(3200, 1000), place, 1000)).toBe(3200);
  expect(farArrivalM(unit(NEAR_M - 5, 1000), place, 1000)).toBeNull();
  expect(farArrivalM(unit(NEAR_M + 5, 1000), place, 1000)).toBeGreaterThan(NEAR_M);
  expect(farArrivalM(unit(3200, 1000), place, 1000 + 10 * 60_000)).toBeNull();
  expect(farArrivalM(undefined, place, 1000)).toBeNull();
});
