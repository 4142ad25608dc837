import type { Zone } from "../contract/device";
import { chanceOf } from "./chance";
import { riversideParks } from "./data/riverside-parks";
import { schools } from "./data/schools";
import { underpasses } from "./data/underpasses";
import { districtZones } from "./districts";
import { around, band } from "./shapes";
import type { Site } from "./site";

const DRAWN_SCHOOLS = 22;
const DRAWN_UNDERPASSES = 12;
const ZONE_RADIUS_M = 300;

/** Purposes without an area: where a device belongs that stands in no drawn zone. */
const purposes: Zone[] = [
  { id: "riverside", purpose: "riverside", name: { ko: "하천변", en: "Riverside" }, geometry: null },
  { id: "street", purpose: "street", name: { ko: "도로", en: "Streets" }, geometry: null },
  { id: "underpass", purpose: "underpass", name: { ko: "지하차도", en: "Underpasses" }, geometry: null },
  {
    id: "child-protection",
    purpose: "child-protection",
    name: { ko: "어린이보호구역", en: "Child protection zones" },
    geometry: null,
  },
];

const unevenness = (id: string) => Array.from({ length: 9 }, (_, i) => 0.72 + 0.28 * chanceOf(id, i));

function schoolZone([id, ko, en, lat, lon]: Site): Zone {
  return {
    id: `cpz-${id}`,
    purpose: "child-protection",
    name: { ko: `${ko}초등학교 어린이보호구역`, en: `${en} Elementary School zone` },
    geometry: around({ lat, lon }, ZONE_RADIUS_M, unevenness(id)),
  };
}

function underpassZone([id, ko, en, lat, lon]: Site): Zone {
  const heading = chanceOf(id, "heading") * Math.PI;
  const reach = { lat: 0.0011 * Math.sin(heading), lon: 0.0014 * Math.cos(heading) };
  const ends = [-1, 0, 1].map((part) => ({ lat: lat + part * reach.lat, lon: lon + part * reach.lon }));
  return {
    id: `up-${id}`,
    purpose: "underpass",
    name: { ko: `${ko}지하차도`, en: `${en} Underpass` },
    geometry: band(ends, 70),
  };
}

const parkZones: Zone[] = riversideParks.map(({ id, ko, en, widthM, line }) => ({
  id: `hangang-${id}`,
  purpose: "riverside",
  name: { ko, en },
  geometry: band(
    line.map(([lat, lon]) => ({ lat, lon })),
    widthM,
  ),
}));

const schoolZones = schools.slice(0, DRAWN_SCHOOLS).map(schoolZone);
const underpassZones = underpasses.slice(0, DRAWN_UNDERPASSES).map(underpassZone);

/** Every zone of the demo city. */
export const demoZones: Zone[] = [...purposes, ...schoolZones, ...underpassZones, ...parkZones, ...districtZones];

const drawn = new Set(demoZones.map((zone) => zone.id));
/** The drawn zone where there is one, else the purpose that stands for all of its kind. */
export const zoneOr = (drawnId: string, purpose: string): string => (drawn.has(drawnId) ? drawnId : purpose);
