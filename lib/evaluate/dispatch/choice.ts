import { median } from "../../analyze/median";
import { distanceM, type Place } from "../../base/geo";
import type { Unit } from "../../contract/incident";
import { rankUnits } from "../../dispatch/nearest";
import type { Sent } from "./calls";

/** Where a unit is taken to be, since the file does not say it: in the middle of its calls until then, or at its last one. */
export type Guess = "home" | "last";
export type Chosen = { guess: Guess; unitType: string; rank: number; among: number };

/** A unit's middle is believed from so many calls on. */
const ENOUGH = 5;

/** What earlier calls say of where units are. Nothing of a later call is looked at. */
export class Whereabouts {
  private readonly calls = new Map<string, Place[]>();

  arrived(unit: string, place: Place): void {
    const known = this.calls.get(unit);
    if (known) known.push(place);
    else this.calls.set(unit, [place]);
  }

  of(unit: string, guess: Guess): Place | null {
    const places = this.calls.get(unit) ?? [];
    if (places.length < ENOUGH) return null;
    if (guess === "last") return places.at(-1) ?? null;
    return { lat: median(places.map(({ lat }) => lat)), lon: median(places.map(({ lon }) => lon)) };
  }
}

/**
 * Where the unit that was really sent stands in the city's own order of the free units of its type; null where its whereabouts are not
 * known. Units that went to the same call at the same time do not stand in each other's way.
 */
export function rankOfSent(
  sent: Sent,
  units: readonly Unit[],
  together: ReadonlySet<string>,
  where: Whereabouts,
  guess: Guess,
): Chosen | null {
  const placed = units.flatMap((unit): Unit[] => {
    const place = where.of(unit.id, guess);
    const stands = unit.type === sent.unitType && unit.assignmentIds.length === 0;
    const rival = unit.id === sent.unit || !together.has(unit.id);
    return place && stands && rival ? [{ ...unit, ...place, positionAt: sent.dispatched }] : [];
  });
  const order = rankUnits(placed, { place: sent.place, hazard: "other", now: sent.dispatched });
  const rank = order.findIndex(({ unitId }) => unitId === sent.unit);
  return rank < 0 ? null : { guess, unitType: sent.unitType, rank: rank + 1, among: order.length };
}

/** Straight-line km/h from a unit's home to the place, for a row that has both ends of the way; null for others. */
export function lineKmh({ unit, place, enRoute, onScene }: Sent, where: Whereabouts): number | null {
  const home = where.of(unit, "home");
  if (!home || enRoute === null || onScene === null || onScene <= enRoute) return null;
  return distanceM(home, place) / 1000 / ((onScene - enRoute) / 3_600_000);
}
