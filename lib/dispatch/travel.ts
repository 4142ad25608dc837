import type { TravelLaw } from "../contract/travel-law";

/** Metres of street for metres of straight line. */
export const streetM = (metres: number, { detour }: TravelLaw): number => metres * detour.value;

/**
 * Seconds from rolling to standing at the place, for so many metres of straight line: 2b·√(d₀·D) while D is below d₀ = a/b, and a + b·D
 * after that, with the start a and the slope b of the law. Both and their slopes meet at d₀; nothing takes nothing.
 */
export function driveS(metres: number, law: TravelLaw): number {
  const [a, b, km] = [law.startS.value, law.sPerKm.value, streetM(metres, law) / 1000];
  const d0 = a / b;
  return km < d0 ? 2 * b * Math.sqrt(d0 * km) : a + b * km;
}

/** Seconds from being asked to rolling. */
export function turnoutS(type: string, onRoad: boolean, law: TravelLaw): number {
  if (onRoad) return law.onRoadS.value;
  return (law.turnoutS[type] ?? law.turnoutS.other)?.value ?? 0;
}
