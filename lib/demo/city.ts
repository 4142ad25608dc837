import type { Agency } from "../contract/agency";
import type { NewDevice, Zone } from "../contract/device";
import type { Station } from "../contract/incident";
import type { NewUnit } from "../store/unit/put-units";
import { demoAgencies, demoStations, demoUnits } from "./agencies";
import { demoDevices } from "./devices";
import { trackers } from "./trackers";
import { demoZones } from "./zones";

export type DemoCity = {
  zones: Zone[];
  devices: NewDevice[];
  agencies: Agency[];
  stations: Station[];
  units: NewUnit[];
};

/** All of the demo city: Seoul, with devices that are simulated at places that are real. */
export const demoCity: DemoCity = {
  zones: demoZones,
  devices: [...demoDevices, ...trackers],
  agencies: demoAgencies,
  stations: demoStations,
  units: demoUnits,
};
