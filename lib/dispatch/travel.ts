/** A street is so much longer than the straight line. Unverified: what studies of cities find lies between 1.2 and 1.5. */
export const DETOUR = 1.3;

/** How fast a type of unit comes through a city, km/h, with its lights on. All unverified; any other type is a car. */
const speeds: Readonly<Record<string, number>> = {
  "patrol-car": 40,
  "traffic-car": 40,
  ambulance: 38,
  pump: 32,
  rescue: 32,
  truck: 30,
};
const CAR_KMH = 35;

export const speedKmh = (type: string): number => speeds[type] ?? CAR_KMH;

/** Seconds that a unit of `type` takes for `metres` of straight line, by the factor and its usual speed. */
export function straightS(metres: number, type: string): number {
  return (metres * DETOUR) / (speedKmh(type) / 3.6);
}
