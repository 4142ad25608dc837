import { median } from "../../analyze/median";
import { distanceM, type Place } from "../../base/geo";
import type { Unit } from "../../contract/incident";
import type { TravelLaw } from "../../contract/travel-law";
import { type Located, rankUnits } from "../../dispatch/nearest";
import { type LastScene, whereabouts } from "../../dispatch/whereabouts";
import type { Sent } from "./calls";

/**
 * How the units are put in order, since the file does not say where they are. city: as the product does it, with a station for those that wait in
 * one; home: straight line from the station; last: straight line from the last scene, however old; newest: whoever was heard of last.
 */
export const guesses = ["city", "home", "last", "newest"] as const;
export type Guess = (typeof guesses)[number];
export type Chosen = { guess: Guess; unitType: string; at: number; rank: number; among: number };

/** A unit's middle is believed from so many calls on. */
const ENOUGH = 5;

/** Types that wait in the street and have no station to return to. */
const ROAMING = ["MEDIC", "PRIVATE"];

/** What the file says of where units are, before the moment at which it is asked. Nothing of a later call is looked at. */
export class Known {
  private readonly calls = new Map<string, Place[]>();
  private readonly last = new Map<string, LastScene>();
  private readonly stations: ReadonlyMap<string, Place>;

  /** `stations`: where units wait, if somebody has a list; for those that are not in it the middle of their earlier calls. */
  constructor(stations: ReadonlyMap<string, Place> = new Map()) {
    this.stations = stations;
  }

  /** `at`: when it was there, UTC ms. */
  wasAt(unit: string, place: Place, at: number): void {
    this.last.set(unit, { ...place, at });
  }

  arrived(unit: string, place: Place, at: number): void {
    const known = this.calls.get(unit);
    if (known) known.push(place);
    else this.calls.set(unit, [place]);
    this.wasAt(unit, place, at);
  }

  /** It has become free: it was there until now. */
  left(unit: string, at: number): void {
    const last = this.last.get(unit);
    if (last) this.last.set(unit, { ...last, at });
  }

  scene(unit: string): LastScene | null {
    return this.last.get(unit) ?? null;
  }

  home(unit: string): Place | null {
    const station = this.stations.get(unit);
    const places = this.calls.get(unit) ?? [];
    if (station || places.length < ENOUGH) return station ?? null;
    return { lat: median(places.map(({ lat }) => lat)), lon: median(places.map(({ lon }) => lon)) };
  }
}

export type Facts = { known: Known; law: TravelLaw };

/**
 * Where the unit that was really sent stands, in each order, among the free units of its type; none where nothing is known of it. Units that
 * went to the same call at the same time do not stand in each other's way.
 */
export function ranksOfSent(
  sent: Sent,
  units: Iterable<Unit>,
  together: ReadonlySet<string>,
  { known, law }: Facts,
): Chosen[] {
  const rivals = [...units].flatMap((unit) => {
    const stands = unit.type === sent.unitType && unit.assignmentIds.length === 0;
    const home = known.home(unit.id);
    const scene = known.scene(unit.id);
    if (!stands || !home || !scene || (unit.id !== sent.unit && together.has(unit.id))) return [];
    return [{ unit, home, scene }];
  });
  if (!rivals.some(({ unit }) => unit.id === sent.unit)) return [];
  const now = sent.dispatched;
  const by: Record<Exclude<Guess, "city">, (it: (typeof rivals)[number]) => number> = {
    home: ({ home }) => distanceM(home, sent.place),
    last: ({ scene }) => distanceM(scene, sent.place),
    newest: ({ scene }) => -scene.at,
  };
  const located = rivals.map(({ unit, home, scene }): Located => {
    const station = ROAMING.includes(unit.type) ? null : home;
    const put = { ...unit, ...(station ?? scene), positionAt: Number.NEGATIVE_INFINITY };
    return { unit: put, at: whereabouts(put, { station, scene, now, law }) };
  });
  const city = rankUnits(located, { place: sent.place, hazard: "other", law });
  const rankBy = (of: (it: (typeof rivals)[number]) => number) =>
    rivals.toSorted((a, b) => of(a) - of(b)).findIndex(({ unit }) => unit.id === sent.unit);
  return guesses.map((guess) => ({
    guess,
    unitType: sent.unitType,
    at: now,
    rank: 1 + (guess === "city" ? city.findIndex(({ unitId }) => unitId === sent.unit) : rankBy(by[guess])),
    among: rivals.length,
  }));
}
