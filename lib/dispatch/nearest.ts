import { distanceM, type Place } from "../base/geo";
import type { Unit } from "../contract/incident";
import type { Hazard } from "../contract/level";

export type RankedUnit = {
  unit: Unit;
  /** Metres, as the crow flies. */
  distanceM: number;
  free: boolean;
  fits: boolean;
  /** Why it stands where it stands, for the operator. */
  reason: { ko: string; en: string };
};

/** Types of units made for a hazard; any other may still go. */
const made: Partial<Record<Hazard, readonly string[]>> = {
  flood: ["rescue", "pump", "patrol-car", "traffic-car"],
  rain: ["rescue", "pump", "patrol-car", "traffic-car"],
  heat: ["ambulance"],
  cold: ["ambulance"],
  camera: ["patrol-car"],
};

/** Units in the order to ask them: free before busy, fit before unfit, near before far; ties by id, so the order is steady. */
export function rankUnits(units: readonly Unit[], place: Place, hazard: Hazard): RankedUnit[] {
  return units
    .map((unit) => rank(unit, place, hazard))
    .sort(
      (a, b) =>
        Number(b.free) - Number(a.free) ||
        Number(b.fits) - Number(a.fits) ||
        a.distanceM - b.distanceM ||
        a.unit.id.localeCompare(b.unit.id),
    );
}

function rank(unit: Unit, place: Place, hazard: Hazard): RankedUnit {
  const metres = distanceM(unit, place);
  const free = unit.assignmentIds.length === 0;
  const types = made[hazard];
  const fits = !types || types.includes(unit.type);
  const km = (metres / 1000).toFixed(1);
  return {
    unit,
    distanceM: metres,
    free,
    fits,
    reason: {
      ko: [free ? "대기 중" : "출동 중", ...(fits ? [] : ["다른 용도"]), `${km} km`].join(" · "),
      en: [free ? "free" : "busy", ...(fits ? [] : ["made for other work"]), `${km} km`].join(" · "),
    },
  };
}
