import { distanceM, type Place, towards } from "../base/geo";
import type { Unit } from "../contract/incident";
import { type PlaceState, placeState } from "../contract/position";
import type { TravelLaw } from "../contract/travel-law";
import type { KnownBy } from "../contract/unit-choice";

/** The place of the last incident at which a unit said that it was, and when it was last there: UTC ms. */
export type LastScene = Place & { at: number };

export type Known = { station: Place | null; scene: LastScene | null; now: number; law: TravelLaw };

export type Whereabouts = Place & {
  by: KnownBy;
  /** When it was last known to be somewhere, UTC ms. */
  knownAt: number;
  state: PlaceState;
  /** How far it may have come from the place meanwhile, m. */
  unsureM: number;
  /** It is not waiting at a station, so it needs no turnout. */
  onRoad: boolean;
};

/** Nearer to its station than this a unit counts as waiting there: a yard and the inaccuracy of a receiver. */
const AT_STATION_M = 150;

/**
 * Where a unit is as far as a city can know: where its device or its crew said last that it was. When that is old and it has nothing to do, one
 * with a station is taken to be on its way back there, and one without gets lost with time.
 */
export function whereabouts(unit: Unit, { station, scene, now, law }: Known): Whereabouts {
  const seen = { lat: unit.lat, lon: unit.lon, knownAt: unit.positionAt, by: "position" as const };
  const told = scene && { lat: scene.lat, lon: scene.lon, knownAt: scene.at, by: "scene" as const };
  const last = told && told.knownAt > seen.knownAt ? told : seen;
  const ageMs = now - last.knownAt;
  const roams = station === null || law.roam.includes(unit.type);
  const known = {
    ...last,
    state: placeState(ageMs),
    unsureM: 0,
    onRoad: roams || distanceM(last, station) > AT_STATION_M,
  };
  if (known.state !== "stale" || unit.assignmentIds.length > 0) return known;
  const hours = ageMs / 3_600_000;
  if (roams) return { ...known, unsureM: 1000 * Math.min(law.driftKmh.value * hours, law.driftMostKm.value) };
  const back = towards(last, station, 1000 * law.returnKmh.value * hours);
  return { ...known, ...back, by: "station", onRoad: distanceM(back, station) > AT_STATION_M };
}

/** How far it is to be expected to a place from somewhere that is not sure, m: the mean of the squares, as if any direction were as likely. */
export function expectedM({ unsureM, ...from }: Place & { unsureM: number }, to: Place): number {
  return Math.hypot(distanceM(from, to), unsureM);
}
