import { distanceM, type Place } from "../base/geo";
import type { Unit } from "../contract/incident";
import { placeState } from "../contract/position";

/**
 * Further than this from the incident's place a unit that says it is there is probably somewhere else. House value (2026-11-26, not
 * official): a gauge and the ramp that its water closes lie a few hundred metres apart.
 */
export const NEAR_M = 300;

/** How far from the place a unit is that reports its arrival, m; null where it is near, and where nobody knows: its position is old. */
export function farArrivalM(unit: Unit | undefined, place: Place, now: number): number | null {
  if (!unit || placeState(now - unit.positionAt) === "stale") return null;
  const metres = Math.round(distanceM(unit, place));
  return metres > NEAR_M ? metres : null;
}
