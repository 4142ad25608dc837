import { type Agency, plainAgency } from "../contract/agency";
import { riversideParks } from "./data/riverside-parks";
import { districtOf, districts } from "./districts";
import type { Site } from "./site";

export type Crew = { type: string; ko: string; en: string };

/** The city's departments and the district offices: each with its area, and what it is asked for. */
export const departments: Agency[] = [
  {
    ...plainAgency,
    id: "road",
    name: { ko: "서울시 도로사업소", en: "Seoul Road Office" },
    phone: "120",
    kind: "road",
    zones: ["street", "underpass"],
    hazards: ["flood", "rain", "cold"],
  },
  {
    ...plainAgency,
    id: "river",
    name: { ko: "미래한강본부", en: "Hangang River Office" },
    phone: "120",
    kind: "river",
    zones: ["riverside", ...riversideParks.map(({ id }) => `hangang-${id}`)],
    hazards: ["flood", "rain"],
  },
  {
    ...plainAgency,
    id: "justice",
    name: { ko: "법무부 서울보호관찰소", en: "Ministry of Justice, Seoul Probation Office" },
    phone: "1301",
    kind: "justice",
    hazards: ["camera"],
  },
  ...districts.map(
    ([id, ko, en]): Agency => ({
      ...plainAgency,
      id,
      name: { ko: `${ko}청`, en: `${en} Office` },
      phone: "120",
      kind: "district",
      zones: [districtOf(id)],
      hazards: ["flood", "rain", "heat", "cold", "equipment", "other"],
    }),
  ),
];

/** Where their crews stand, by agency. Coordinates are written from maps by hand. */
export const departmentSites: [agencyId: string, site: Site][] = [
  ["road", ["seongdong", "성동도로사업소", "Seongdong Road Office", 37.5446, 127.0559]],
  ["road", ["gangseo", "강서도로사업소", "Gangseo Road Office", 37.559, 126.831]],
  ["river", ["yeouido", "여의도안내센터", "Yeouido Park Office", 37.527, 126.933]],
  ["river", ["ttukseom", "뚝섬안내센터", "Ttukseom Park Office", 37.529, 127.069]],
  ["justice", ["seoul", "서울보호관찰소", "Seoul Probation Office", 37.5869, 127.063]],
  ...districts.map(([id, ko, en, lat, lon]): [string, Site] => [id, ["office", `${ko}청`, `${en} Office`, lat, lon]]),
];

const crews: Record<string, Crew[]> = {
  road: [
    { type: "road-crew", ko: "도로작업반 1", en: "road crew 1" },
    { type: "road-crew", ko: "도로작업반 2", en: "road crew 2" },
    { type: "pump-crew", ko: "배수작업반", en: "pump crew" },
  ],
  river: [
    { type: "boat", ko: "순찰정", en: "patrol boat" },
    { type: "pump-crew", ko: "배수작업반", en: "pump crew" },
  ],
  justice: [{ type: "escort-van", ko: "기동반", en: "mobile team" }],
};

export const departmentCrews = (agencyId: string): Crew[] =>
  crews[agencyId] ?? [
    { type: "district-crew", ko: "현장반 1", en: "crew 1" },
    { type: "district-crew", ko: "현장반 2", en: "crew 2" },
  ];
