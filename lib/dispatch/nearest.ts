import { distanceM, type Place } from "../base/geo";
import type { Unit } from "../contract/incident";
import type { Hazard } from "../contract/level";
import type { TravelLaw } from "../contract/travel-law";
import type { UnitChoice, UnitReason } from "../contract/unit-choice";
import { driveS, turnoutS } from "./travel";
import { expectedM, type Whereabouts } from "./whereabouts";

/** Types of units made for a hazard; any other may still go. */
const made: Partial<Record<Hazard, readonly string[]>> = {
  flood: ["rescue", "pump", "patrol-car", "traffic-car", "road-crew", "pump-crew", "district-crew"],
  rain: ["rescue", "pump", "patrol-car", "traffic-car", "road-crew", "pump-crew", "district-crew"],
  heat: ["ambulance", "district-crew"],
  cold: ["ambulance", "district-crew"],
  camera: ["patrol-car"],
};

/** A unit, and where it is taken to be. */
export type Located = { unit: Unit; at: Whereabouts };

export type RankFacts = {
  place: Place;
  hazard: Hazard;
  law: TravelLaw;
  /** Seconds by road, by the unit's id; a unit that is not in it is taken by the straight line. */
  road?: ReadonlyMap<string, number>;
};

/**
 * Units in the order to ask them: free before busy, fit before unfit, near in time before far; ties by id, so that the order is steady. A place
 * that is not sure counts by what it adds to the way: a crew at its station next door is not asked after a car at the other end of the city.
 */
export function rankUnits(units: readonly Located[], facts: RankFacts): UnitChoice[] {
  const ranked = units.map((unit) => weigh(unit, facts)).sort(inOrder);
  const best = ranked[0]?.free ? ranked[0] : undefined;
  return ranked.map((choice) => ({ ...choice, reason: reasonOf(choice, best) }));
}

type Weighed = Omit<UnitChoice, "reason">;

function weigh({ unit, at }: Located, { place, hazard, law, road }: RankFacts): Weighed {
  const types = made[hazard];
  const byRoad = road?.get(unit.id);
  const out = turnoutS(unit.type, at.onRoad, law);
  return {
    unitId: unit.id,
    travelS: Math.round(out + (byRoad ?? driveS(expectedM(at, place), law))),
    turnoutS: out,
    by: byRoad === undefined ? "straight" : "road",
    distanceM: Math.round(distanceM(at, place)),
    free: unit.assignmentIds.length === 0,
    fits: !types || types.includes(unit.type),
    place: at.state,
    knownBy: at.by,
    knownAt: at.knownAt,
    unsureM: Math.round(at.unsureM),
  };
}

function inOrder(a: Weighed, b: Weighed): number {
  return (
    Number(b.free) - Number(a.free) ||
    Number(b.fits) - Number(a.fits) ||
    a.travelS - b.travelS ||
    (a.unitId < b.unitId ? -1 : Number(a.unitId > b.unitId))
  );
}

function reasonOf(choice: Weighed, best: Weighed | undefined): UnitReason {
  if (choice === best) return choice.place === "stale" ? "likely-nearest" : "nearest";
  if (!choice.free) return best && choice.travelS < best.travelS ? "busy-nearer" : "busy";
  if (!choice.fits) return "other-work";
  return choice.place === "stale" ? "unsure-place" : "free";
}
