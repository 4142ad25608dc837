import type { Constant, TravelLaw } from "../../contract/travel-law";

const general = (value: number, source: string, date: string): Constant => ({ value, scope: "general", source, date });
const local = (value: number, source: string): Constant => ({ value, scope: "local", source, date: "2017-01-04" });
const house = (value: number, source: string): Constant => ({ value, scope: "house", source, date: "2026-11-27" });

const RAND =
  "RAND's equation T = 0.65 + 1.7 D (minutes, road miles) as used by ISO for fire companies with lights and siren, good for 0.5 to 8 miles: firechief.iso.com, ppc3015";
const NFPA = "NFPA 1710: turnout goal, 80 s for fires and special operations, 60 s for emergency medical";
const SF =
  "San Francisco Fire Department's calls of 2016-12-31 to 2017-01-04 (DataSF, PDDL), see npm run evaluate -- dispatch";

/**
 * What every city starts with; TRAVEL_LAW in the environment puts a city's own numbers in its place. None is official for Korea. The slope is
 * published and held on a city that it was not made for; the start is one city's, because RAND's own 39 s came out 50 s short there.
 */
export const usualLaw: TravelLaw = {
  detour: house(1.3, "Unverified: studies of cities find 1.2 to 1.5"),
  sPerKm: general(63.4, RAND, "2026-11-27"),
  startS: local(85, `${SF}: 86 s fitted on the first half, engines with lights and siren; RAND's own is 39 s`),
  turnoutS: {
    pump: general(80, NFPA, "2020-01-01"),
    truck: general(80, NFPA, "2020-01-01"),
    rescue: general(80, NFPA, "2020-01-01"),
    boat: general(80, NFPA, "2020-01-01"),
    ambulance: general(60, NFPA, "2020-01-01"),
    other: house(120, "Unverified: a crew that is called from its depot"),
  },
  onRoadS: local(10, `${SF}: median of ambulances, which wait in the street; engines that had just become free: 14 s`),
  roam: ["patrol-car", "patrol", "traffic-car"],
  returnKmh: house(25, "Unverified: without lights, through a city"),
  driftKmh: local(4, `${SF}: ambulances; 2 to 12 choose about as well on either half`),
  driftMostKm: house(10, "A city's radius: an older place tells nothing more"),
};
