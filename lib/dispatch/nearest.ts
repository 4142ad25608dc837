import { distanceM, type Place } from "../base/geo";
import type { Unit } from "../contract/incident";
import type { Hazard } from "../contract/level";
import { placeState } from "../contract/position";
import type { UnitChoice, UnitReason } from "../contract/unit-choice";
import { straightS } from "./travel";

/** Types of units made for a hazard; any other may still go. */
const made: Partial<Record<Hazard, readonly string[]>> = {
  flood: ["rescue", "pump", "patrol-car", "traffic-car", "road-crew", "pump-crew", "district-crew"],
  rain: ["rescue", "pump", "patrol-car", "traffic-car", "road-crew", "pump-crew", "district-crew"],
  heat: ["ambulance", "district-crew"],
  cold: ["ambulance", "district-crew"],
  camera: ["patrol-car"],
};

export type RankFacts = {
  place: Place;
  hazard: Hazard;
  /** UTC ms on the city's clock. */
  now: number;
  /** Seconds by road, by the unit's id; a unit that is not in it is taken by the straight line. */
  road?: ReadonlyMap<string, number>;
};

/**
 * Units in the order to ask them: free before busy, fit before unfit, a place that is known before one that is not, near in time
 * before far; ties by id, so that the order is steady.
 */
export function rankUnits(units: readonly Unit[], facts: RankFacts): UnitChoice[] {
  const ranked = units.map((unit) => weigh(unit, facts)).sort(inOrder);
  const best = ranked[0]?.free ? ranked[0] : undefined;
  return ranked.map((choice) => ({ ...choice, reason: reasonOf(choice, best) }));
}

type Weighed = Omit<UnitChoice, "reason">;

function weigh(unit: Unit, { place, hazard, now, road }: RankFacts): Weighed {
  const metres = distanceM(unit, place);
  const types = made[hazard];
  const byRoad = road?.get(unit.id);
  return {
    unitId: unit.id,
    travelS: Math.round(byRoad ?? straightS(metres, unit.type)),
    by: byRoad === undefined ? "straight" : "road",
    distanceM: Math.round(metres),
    free: unit.assignmentIds.length === 0,
    fits: !types || types.includes(unit.type),
    place: placeState(now - unit.positionAt),
  };
}

function inOrder(a: Weighed, b: Weighed): number {
  return (
    Number(b.free) - Number(a.free) ||
    Number(b.fits) - Number(a.fits) ||
    Number(a.place === "stale") - Number(b.place === "stale") ||
    a.travelS - b.travelS ||
    (a.unitId < b.unitId ? -1 : Number(a.unitId > b.unitId))
  );
}

function reasonOf(choice: Weighed, best: Weighed | undefined): UnitReason {
  if (choice === best) return "nearest";
  if (!choice.free) return best && choice.travelS < best.travelS ? "busy-nearer" : "busy";
  if (!choice.fits) return "other-work";
  return choice.place === "stale" ? "unsure-place" : "free";
}
