import { sharedAnswer } from "./base/shared-answer";
import type { CityInfo } from "./contract/city";
import { PrivacyContact, type Transparency } from "./contract/privacy";
import type { Rule } from "./contract/rule";
import type { DeviceEntry } from "./ingest/registry";
import { firstPublicMonth, PUBLIC_MONTHS, transparencyOf, type Watcher } from "./publish/transparency";
import { listAgencies } from "./store/agency/list-agencies";
import { countKept } from "./store/camera/kept-pictures";
import { listCameras } from "./store/camera/setups";
import { totalsSince, viewMonths } from "./store/camera-view/view-totals";
import type { Store } from "./store/open";
import { PRIVACY_CONTACT, readSetting } from "./store/setting/settings";
import { listZones } from "./store/zone/list-zones";

type Parts = {
  store: Store;
  city(): CityInfo;
  devices: ReadonlyMap<string, DeviceEntry>;
  rules(): readonly Rule[];
  steady(): number;
};

/** It changes with devices and rules, which is seldom, and is asked for by everybody, ms. */
const KEPT_MS = 2000;

/** What the city tells of itself in public: put together once in a while, however many ask. */
export function tellTransparency(parts: Parts): () => Promise<Transparency> {
  return sharedAnswer(KEPT_MS, () => gather(parts), parts.steady);
}

async function gather({ store, city, devices, rules }: Parts): Promise<Transparency> {
  const first = firstPublicMonth(city().now);
  const [zones, agencies, months, purposes, byAgency, contact, cameras, kept] = await Promise.all([
    listZones(store),
    listAgencies(store),
    viewMonths(store.reader, PUBLIC_MONTHS),
    totalsSince(store.reader, first, "purpose"),
    totalsSince(store.reader, first, "agency"),
    readSetting(store, PRIVACY_CONTACT),
    listCameras(store.reader),
    countKept(store.reader),
  ]);
  return transparencyOf({
    city: city(),
    watchers: inService(devices.values()),
    zones,
    rules: rules(),
    agencies,
    months: months.filter(({ month }) => month >= first),
    purposes,
    byAgency,
    signs: new Map(cameras.flatMap(({ deviceId, ground }) => (ground ? [[deviceId, ground] as const] : []))),
    kept,
    contact: contact === null ? null : PrivacyContact.parse(JSON.parse(contact)),
  });
}

function inService(entries: Iterable<DeviceEntry>): Watcher[] {
  return [...entries].flatMap(({ kind, record: { id, zone, simulated, retiredAt } }) =>
    retiredAt === null ? [{ id, kind, zone, simulated }] : [],
  );
}
