/** A distance as a person reads it: 340 m, 2.4 km. */
export function distanceText(metres: number): string {
  return metres < 995 ? `${Math.round(metres / 10) * 10} m` : `${(metres / 1000).toFixed(1)} km`;
}
