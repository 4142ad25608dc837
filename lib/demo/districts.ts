import type { Zone } from "../contract/device";
import { chanceOf } from "./chance";
import { around } from "./shapes";
import type { Site } from "./site";

/** Five of the 25 district offices, where they stand. */
export const districts: readonly Site[] = [
  ["seocho-gu", "서초구", "Seocho-gu", 37.4837, 127.0324],
  ["gangnam-gu", "강남구", "Gangnam-gu", 37.5172, 127.0473],
  ["yeongdeungpo-gu", "영등포구", "Yeongdeungpo-gu", 37.5264, 126.8962],
  ["nowon-gu", "노원구", "Nowon-gu", 37.6542, 127.0568],
  ["songpa-gu", "송파구", "Songpa-gu", 37.5145, 127.1059],
];

const AREA_M = 2600;

export const districtOf = (id: string): string => `district-${id}`;

/** Their areas, drawn about the office: no survey of a border. */
export const districtZones: Zone[] = districts.map(([id, ko, en, lat, lon]) => ({
  id: districtOf(id),
  purpose: "district",
  name: { ko: `${ko} (대략)`, en: `${en} (roughly)` },
  geometry: around(
    { lat, lon },
    AREA_M,
    Array.from({ length: 9 }, (_, i) => 0.85 + 0.15 * chanceOf(id, i)),
  ),
}));
