export type Place = { lat: number; lon: number };

const EARTH_RADIUS_M = 6_371_008.8;

/** Metres between two places on the sphere (haversine). */
export function distanceM(a: Place, b: Place): number {
  const rad = Math.PI / 180;
  const dLat = (b.lat - a.lat) * rad;
  const dLon = (b.lon - a.lon) * rad;
  const h = Math.sin(dLat / 2) ** 2 + Math.cos(a.lat * rad) * Math.cos(b.lat * rad) * Math.sin(dLon / 2) ** 2;
  return 2 * EARTH_RADIUS_M * Math.asin(Math.sqrt(h));
}

/** Whether a place lies inside a ring of [lon, lat] pairs (even-odd rule). */
export function insideRing(place: Place, ring: readonly (readonly [number, number])[]): boolean {
  let inside = false;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const [xi, yi] = ring[i] ?? [0, 0];
    const [xj, yj] = ring[j] ?? [0, 0];
    if (yi > place.lat !== yj > place.lat && place.lon < ((xj - xi) * (place.lat - yi)) / (yj - yi) + xi)
      inside = !inside;
  }
  return inside;
}
