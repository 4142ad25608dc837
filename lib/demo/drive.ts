import { MINUTE } from "../base/clock";
import { distanceM, headingDeg, type Place, shifted, towards } from "../base/geo";
import { chanceOf } from "./chance";

/** Where a simulated unit is and how it moves: km/h, degrees from north. */
export type Motion = Place & { speed: number; heading: number };

/** What a simulated unit has to do: `goal` is the incident that it drives to or stands at; null: nothing. */
export type Task = { home: Place; patrols: boolean; kmh: number; goal: Place | null };

/** On patrol it does not hurry. */
const PATROL_KMH = 25;
const PATROL_M = 1300;
/** For so long it drives to one corner of its beat. */
const CORNER_MS = 4 * MINUTE;

/** A motion on for `seconds` towards `goal`, in a straight line. Nobody drives so; it is the demo, and marked as that. */
export function drive(from: Motion, goal: Place, kmh: number, seconds: number): Motion {
  if (distanceM(from, goal) < 1) return { ...from, speed: 0 };
  return { ...towards(from, goal, (kmh / 3.6) * seconds), speed: kmh, heading: headingDeg(from, goal) };
}

/** Where to, and how fast: to its incident; else, a car of the police on its beat, the others home. */
export function wayOf(id: string, { home, patrols, kmh, goal }: Task, now: number): { to: Place; kmh: number } {
  if (goal) return { to: goal, kmh };
  if (!patrols) return { to: home, kmh: PATROL_KMH };
  const turn = 2 * Math.PI * chanceOf(id, "corner", Math.floor(now / CORNER_MS + chanceOf(id, "beat")));
  return { to: shifted(home, PATROL_M * Math.cos(turn), PATROL_M * Math.sin(turn)), kmh: PATROL_KMH };
}
