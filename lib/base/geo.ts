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

const DEGREE_M = (EARTH_RADIUS_M * Math.PI) / 180;

/** The place `metres` along the straight line to another, or that other where it is nearer. For a city's distances. */
export function towards(from: Place, to: Place, metres: number): Place {
  const whole = distanceM(from, to);
  if (whole <= metres) return { lat: to.lat, lon: to.lon };
  const part = metres / whole;
  return { lat: from.lat + (to.lat - from.lat) * part, lon: from.lon + (to.lon - from.lon) * part };
}

/** The place so many metres east and north. */
export function shifted({ lat, lon }: Place, eastM: number, northM: number): Place {
  return { lat: lat + northM / DEGREE_M, lon: lon + eastM / (DEGREE_M * Math.cos((lat * Math.PI) / 180)) };
}

/** Compass heading from one place to another, degrees from north, 0 to 359; for a city's distances. */
export function headingDeg(from: Place, to: Place): number {
  const east = (to.lon - from.lon) * Math.cos((from.lat * Math.PI) / 180);
  return (Math.round((Math.atan2(east, to.lat - from.lat) * 180) / Math.PI) + 360) % 360;
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
