import type { Clock } from "./base/clock";
import type { City } from "./city";
import { unitIdOf } from "./contract/position";
import { taskOf } from "./demo/errand";
import { seedDemo, seedResponse } from "./demo/seed-demo";
import { startSimulators } from "./demo/simulators";
import { newDeviceKey, openKey, sealKey } from "./guard/device-key";
import type { DeviceEntry } from "./ingest/registry";
import type { Kind } from "./kinds/kind";
import { addDevice } from "./store/device/add-device";
import type { Store } from "./store/open";
import { putSetting, readSetting } from "./store/setting/settings";

type Parts = { store: Store; clock: Clock; kinds: ReadonlyMap<string, Kind>; deviceMaster: Buffer };
const SEEDED = "demo-seeded";
const RESPONSE = "demo-response-seeded";

/** Puts the demo city into an empty database, once; all its devices are marked as simulated and have keys of their own. */
export async function seedDemoOnce({ store, clock, kinds, deviceMaster }: Parts): Promise<void> {
  const seeded = await readSetting(store, SEEDED);
  if (seeded && (await readSetting(store, RESPONSE))) return;
  // a demo city that an older version has made gets what it lacks of those who respond
  await (seeded ? seedResponse : seedDemo)({
    store,
    clock,
    addDevice: async (tx, device) => {
      const kind = kinds.get(device.kind);
      const { zone = "street", class: deviceClass = 0, properties = {} } = device;
      const keyCipher = sealKey(deviceMaster, device.id, newDeviceKey());
      const made = {
        zone,
        class: deviceClass,
        properties,
        keyCipher,
        simulated: true,
        keepAliveMs: kind?.keepAliveMs ?? 600_000,
      };
      const fresh = { createdAt: clock.now(), retiredAt: null, lastSeenAt: null, status: null };
      await addDevice(tx, { ...device, ...made, ...fresh }, kind?.streams.map((s) => s.name) ?? []);
    },
  });
  await store.write(async (tx) => {
    for (const mark of [SEEDED, RESPONSE]) await putSetting(tx, mark, String(clock.now()));
  });
}

/** Lets every simulated device in service speak over the real gateway at `url`, also those that are added or get a new key later. */
export function driveDemo(
  { registry, hub: { state } }: Pick<City, "registry" | "hub">,
  url: string,
  { clock, kinds, deviceMaster }: Omit<Parts, "store">,
): { stop(): Promise<void> } {
  const devices = () =>
    [...registry.devices.values()]
      .filter(({ record }) => record.simulated && record.retiredAt === null)
      .map(({ record, lastSeenAt, kind: { position }, streams }) => {
        const { id, kind, lat, lon, createdAt, keyCipher } = record;
        const key = () => openKey(deviceMaster, id, keyCipher);
        const last = position && { lat: lastOf(streams, position.lat, lat), lon: lastOf(streams, position.lon, lon) };
        return { id, kind, lat, lon, createdAt, lastSeenAt, keyMark: keyCipher, key, ...(last && { last }) };
      });
  const task = (deviceId: string) => {
    const record = registry.devices.get(deviceId)?.record;
    const unit = record && state.units.get(unitIdOf(record));
    return unit ? taskOf(unit, record, state.incidents) : null;
  };
  return startSimulators({ url, devices, clock, kinds, task });
}

/** The newest value of a stream, or what stands for it before the first. */
function lastOf(streams: DeviceEntry["streams"], name: string, otherwise: number): number {
  const value = streams.get(name)?.latestValue;
  return value === undefined || Number.isNaN(value) ? otherwise : value;
}
