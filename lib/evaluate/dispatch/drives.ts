import { median } from "../../analyze/median";
import { distanceM } from "../../base/geo";
import type { TravelLaw } from "../../contract/travel-law";
import { driveS, turnoutS } from "../../dispatch/travel";
import { spread } from "../noise/compare";
import type { Sent } from "./calls";
import type { Known } from "./choice";

/** One way of one unit as the file has it. */
export type Drive = {
  unitType: string;
  urgent: boolean;
  /** When it was sent, UTC ms. */
  at: number;
  /** Straight line from its station to the place, m; null where the file does not say its station yet. */
  metres: number | null;
  /** Seconds from sent to rolling, and from rolling to standing there. */
  turnoutS: number;
  driveS: number;
};

/** The way of a row that has all its steps, with what was known before it; null for others. */
export function driveOf(sent: Sent, known: Known): Drive | null {
  const { unit, unitType, urgent, dispatched, enRoute, onScene, place } = sent;
  if (enRoute === null || onScene === null || onScene <= enRoute || enRoute < dispatched) return null;
  const home = known.home(unit);
  return {
    unitType,
    urgent,
    at: dispatched,
    metres: home && distanceM(home, place),
    turnoutS: (enRoute - dispatched) / 1000,
    driveS: (onScene - enRoute) / 1000,
  };
}

/** The types of the product that drive and turn out like the file's. MEDIC and PRIVATE wait in the street. */
const like: Readonly<Record<string, { type: string; onRoad: boolean }>> = {
  ENGINE: { type: "pump", onRoad: false },
  TRUCK: { type: "truck", onRoad: false },
  "RESCUE SQUAD": { type: "rescue", onRoad: false },
  MEDIC: { type: "ambulance", onRoad: true },
  PRIVATE: { type: "ambulance", onRoad: true },
};

export const typesOfLaw = Object.keys(like);

/** What the law says that the unit of a file's type needs until it rolls, s. */
export function turnoutOf(unitType: string, law: TravelLaw): number {
  const { type, onRoad } = like[unitType] ?? { type: "other", onRoad: false };
  return turnoutS(type, onRoad, law);
}

type Placed = Drive & { metres: number };

const placed = (drives: readonly Drive[]): Placed[] => drives.filter((it): it is Placed => it.metres !== null);

/**
 * The start (whole seconds up to 300) with which the law comes nearest to the drives: least mean of |ln(file ÷ law)|, so that twice too long counts as
 * half. The slope stays: a station that is only guessed makes any slope too flat.
 */
export function fitStartS(drives: readonly Drive[], law: TravelLaw): number {
  const of = placed(drives);
  let best = { startS: Number.NaN, miss: Number.POSITIVE_INFINITY };
  for (let startS = 1; startS <= 300; startS++) {
    const tried = withStart(law, startS);
    const miss = of.reduce((sum, it) => sum + Math.abs(Math.log(it.driveS / driveS(atLeast(it.metres), tried))), 0);
    if (miss < best.miss) best = { startS, miss };
  }
  return best.startS;
}

export const withStart = (law: TravelLaw, value: number): TravelLaw => ({ ...law, startS: { ...law.startS, value } });

/** A guessed station at the very place would make the way nothing. */
const atLeast = (metres: number) => Math.max(metres, 50);

/** Seconds that the law says for a drive. */
export type Estimate = (metres: number) => number;

export const byLaw =
  (law: TravelLaw): Estimate =>
  (metres) =>
    driveS(atLeast(metres), law);

export type Miss = { count: number; medianS: number; offS: number; absS: number; abs90S: number };

/** Of drives whose way is known: the file's median, by how much the estimate is off in the middle (below 0: too short), and how far at all. */
export function missOf(drives: readonly Drive[], estimate: Estimate): Miss {
  const of = placed(drives);
  const off = of.map((it) => estimate(it.metres) - it.driveS);
  const far = off.map(Math.abs);
  return {
    count: of.length,
    medianS: median(of.map((it) => it.driveS)),
    offS: median(off),
    absS: median(far),
    abs90S: spread(far)?.p90 ?? Number.NaN,
  };
}
