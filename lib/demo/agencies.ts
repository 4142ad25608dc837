import { type Agency, plainAgency } from "../contract/agency";
import type { Station } from "../contract/incident";
import type { NewUnit } from "../store/unit/put-units";
import { fireCodes, policeCodes } from "./codes";
import { fireStations, policeStations } from "./data/stations";
import { type Crew, departmentCrews, departmentSites, departments } from "./departments";
import type { Site } from "./site";

/** Every city begins with these two. */
export const foundingAgencies: Agency[] = [
  {
    ...plainAgency,
    id: "police",
    name: { ko: "서울경찰청", en: "Seoul Metropolitan Police" },
    phone: "112",
    kind: "police",
    hazards: ["flood", "rain", "heat", "cold", "camera", "other"],
    codes: policeCodes,
  },
  {
    ...plainAgency,
    id: "fire",
    name: { ko: "서울소방재난본부", en: "Seoul Fire and Disaster HQ" },
    phone: "119",
    kind: "fire",
    hazards: ["flood", "rain", "heat", "cold", "other"],
    codes: fireCodes,
  },
];

export const demoAgencies: Agency[] = [...foundingAgencies, ...departments];

const policeCrews: Crew[] = [
  { type: "patrol-car", ko: "순찰차 1", en: "patrol car 1" },
  { type: "patrol-car", ko: "순찰차 2", en: "patrol car 2" },
  { type: "traffic-car", ko: "교통순찰차", en: "traffic car" },
];
const fireCrews: Crew[] = [
  { type: "pump", ko: "펌프차", en: "pump" },
  { type: "ambulance", ko: "구급차", en: "ambulance" },
  { type: "rescue", ko: "구조대", en: "rescue" },
];

const stationOf = (agencyId: string, [id, ko, en, lat, lon]: Site): Station => ({
  id: `${agencyId}-${id}`,
  agencyId,
  name: { ko, en: `${en} Station` },
  lat,
  lon,
});

export const demoStations: Station[] = [
  ...departmentSites.map(([agencyId, site]) => stationOf(agencyId, site)),
  ...policeStations.map((site) => stationOf("police", site)),
  ...fireStations.map((site) => stationOf("fire", site)),
];

function unitsOf(agencyId: string, crews: Crew[], [id, ko, en, lat, lon]: Site): NewUnit[] {
  const short = ko.replace(/(경찰서|소방서|사업소|청)$/, "");
  return crews.map((crew, i) => ({
    id: `${agencyId}-${id}-${i + 1}`,
    agencyId,
    stationId: `${agencyId}-${id}`,
    name: { ko: `${short} ${crew.ko}`, en: `${en.replace(/ (Police|Fire|Office)$/, "")} ${crew.en}` },
    type: crew.type,
    // beside each other in the yard, so that a map shows three and not one
    lat: lat + (i - 1) * 0.0006,
    lon: lon + (i - 1) * 0.0009,
  }));
}

export const demoUnits: NewUnit[] = [
  ...departmentSites.flatMap(([agencyId, site]) => unitsOf(agencyId, departmentCrews(agencyId), site)),
  ...policeStations.flatMap((site) => unitsOf("police", policeCrews, site)),
  ...fireStations.flatMap((site) => unitsOf("fire", fireCrews, site)),
];
