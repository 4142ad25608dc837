import { distanceM, type Place } from "@/lib/base/geo";
import type { Unit } from "@/lib/contract/incident";

/** Why a unit stands where it stands in the list. */
export type UnitReason = "nearest-free" | "free" | "busy-nearer" | "busy";
export type UnitChoice = { unit: Unit; distanceM: number; free: boolean; reason: UnitReason };

/** Units of an agency in the order to ask them: free before busy, near before far; ties by id, so that the order is steady. */
export function unitChoices(units: Iterable<Unit>, agencyId: string, place: Place): UnitChoice[] {
  const ranked = [...units]
    .filter((unit) => unit.agencyId === agencyId)
    .map((unit) => ({ unit, distanceM: distanceM(unit, place), free: unit.assignmentIds.length === 0 }))
    .sort((a, b) => Number(b.free) - Number(a.free) || a.distanceM - b.distanceM || a.unit.id.localeCompare(b.unit.id));
  const nearestFree = ranked[0]?.free ? ranked[0] : undefined;
  return ranked.map((choice) => ({ ...choice, reason: reasonOf(choice, nearestFree) }));
}

function reasonOf(choice: Omit<UnitChoice, "reason">, nearestFree?: Omit<UnitChoice, "reason">): UnitReason {
  if (choice === nearestFree) return "nearest-free";
  if (choice.free) return "free";
  return nearestFree && choice.distanceM < nearestFree.distanceM ? "busy-nearer" : "busy";
}

/** A distance as a person reads it: 340 m, 2.4 km. */
export function distanceText(metres: number): string {
  return metres < 995 ? `${Math.round(metres / 10) * 10} m` : `${(metres / 1000).toFixed(1)} km`;
}
