import type { Clock } from "../base/clock";
import type { NewDevice } from "../contract/device";
import { putAgencies } from "../store/agency/put-agencies";
import type { Store, Tx } from "../store/open";
import { putUnits } from "../store/unit/put-units";
import { putZone } from "../store/zone/put-zone";
import { demoCity } from "./city";

export type SeedParts = {
  store: Store;
  clock: Clock;
  /** Writes one simulated device with a key of its own, sealed. */
  addDevice(tx: Tx, device: NewDevice): Promise<unknown>;
};

/** Writes the demo city in one transaction, so that there is never half of it. Run it once, on an empty city. */
export async function seedDemo({ store, clock, addDevice }: SeedParts): Promise<void> {
  await store.write(async (tx) => {
    for (const zone of demoCity.zones) await putZone(tx, zone);
    await putAgencies(tx, demoCity.agencies, demoCity.stations);
    await putUnits(tx, demoCity.units, clock.now());
    for (const device of demoCity.devices) await addDevice(tx, device);
  });
}

/** Those who respond alone, with the trackers of their units: for a demo city that was made before it had them. */
export async function seedResponse({ store, clock, addDevice }: SeedParts): Promise<void> {
  await store.write(async (tx) => {
    for (const zone of demoCity.zones.filter(({ purpose }) => purpose === "district")) await putZone(tx, zone);
    await putAgencies(tx, demoCity.agencies, demoCity.stations);
    await putUnits(tx, demoCity.units, clock.now());
    for (const tracker of demoCity.devices.filter(({ kind }) => kind === "unit")) await addDevice(tx, tracker);
  });
}
