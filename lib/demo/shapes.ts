import type { Place } from "../base/geo";

type Ring = [lon: number, lat: number][];
export type DrawnArea = { type: "Polygon"; coordinates: [lon: number, lat: number][][] };

const LAT_M = 111_320;
const moved = (place: Place, eastM: number, northM: number): [number, number] => {
  const lon = place.lon + eastM / (LAT_M * Math.cos((place.lat * Math.PI) / 180));
  return [rounded(lon), rounded(place.lat + northM / LAT_M)];
};
const rounded = (degrees: number) => Math.round(degrees * 1e6) / 1e6;
const closed = (ring: Ring): DrawnArea => ({ type: "Polygon", coordinates: [[...ring, ...ring.slice(0, 1)]] });

/** An area around a place whose corners lie at `radiusM` times what `uneven` says for each of them (0.7..1 looks drawn by hand). */
export function around(place: Place, radiusM: number, uneven: readonly number[]): DrawnArea {
  const turn = (2 * Math.PI) / uneven.length;
  return closed(
    uneven.map((part, i) => moved(place, radiusM * part * Math.cos(i * turn), radiusM * part * Math.sin(i * turn))),
  );
}

/** A band of `widthM` along a line of places; the line must not turn back on itself. */
export function band(line: readonly Place[], widthM: number): DrawnArea {
  const side = (sign: 1 | -1) =>
    line.map((place, i) => offset(place, line[i - 1] ?? place, line[i + 1] ?? place, (sign * widthM) / 2));
  return closed([...side(1), ...side(-1).reverse()]);
}

function offset(place: Place, before: Place, after: Place, metres: number): [number, number] {
  const east = (after.lon - before.lon) * Math.cos((place.lat * Math.PI) / 180);
  const north = after.lat - before.lat;
  const length = Math.hypot(east, north) || 1;
  return moved(place, (-north / length) * metres, (east / length) * metres);
}
