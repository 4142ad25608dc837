import type { Unit } from "./incident";
import type { UnitMove } from "./live";

/** How far a unit's place can be trusted as the present one. */
export type PlaceState = "fresh" | "late" | "stale";

/** A tracker speaks at least every 30 s (lib/kinds/unit); late after 1.5 of that, stale after 3, as any device. */
export const UNIT_BEAT_MS = 30_000;

/** `ageMs`: since the unit was where it is shown, event time. A unit without a tracker is stale: nobody knows that it is there. */
export function placeState(ageMs: number): PlaceState {
  if (ageMs > 3 * UNIT_BEAT_MS) return "stale";
  return ageMs > 1.5 * UNIT_BEAT_MS ? "late" : "fresh";
}

/** The unit where its device says that it is; where it was, if that is the newer of the two. */
export function movedUnit(unit: Unit, [, at, lat, lon]: UnitMove): Unit {
  return at > unit.positionAt ? { ...unit, lat, lon, positionAt: at } : unit;
}

/** The unit as a verb has read it, at the newest place that is known of it: it may have moved since. */
export function newerPlace(unit: Unit, known: Unit | undefined): Unit {
  return known ? movedUnit(unit, [known.id, known.positionAt, known.lat, known.lon]) : unit;
}

/** Which unit a device moves: the one that its property `unit` names, or the one with its own id. */
export function unitIdOf(device: { id: string; properties: Readonly<Record<string, string>> }): string {
  return device.properties.unit ?? device.id;
}
