import type { Clock } from "./base/clock";
import { seedDemo } from "./demo/seed-demo";
import { startSimulators } from "./demo/simulators";
import { newDeviceKey, openKey, sealKey } from "./guard/device-key";
import type { Registry } from "./ingest/registry";
import type { Kind } from "./kinds/kind";
import { addDevice } from "./store/device/add-device";
import type { Store } from "./store/open";
import { putSetting, readSetting } from "./store/setting/settings";

type Parts = { store: Store; clock: Clock; kinds: ReadonlyMap<string, Kind>; deviceMaster: Buffer };
const SEEDED = "demo-seeded";

/** Puts the demo city into an empty database, once; all its devices are marked as simulated and have keys of their own. */
export async function seedDemoOnce({ store, clock, kinds, deviceMaster }: Parts): Promise<void> {
  if (await readSetting(store, SEEDED)) return;
  await seedDemo({
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
  await store.write((tx) => putSetting(tx, SEEDED, String(clock.now())));
}

/** Lets every simulated device in service speak over the real gateway at `url`, also those that are added or get a new key later. */
export function driveDemo(
  registry: Registry,
  url: string,
  { clock, kinds, deviceMaster }: Omit<Parts, "store">,
): { stop(): Promise<void> } {
  const devices = () =>
    [...registry.devices.values()]
      .filter(({ record }) => record.simulated && record.retiredAt === null)
      .map(({ record, lastSeenAt }) => {
        const { id, kind, lat, lon, createdAt, keyCipher } = record;
        const key = () => openKey(deviceMaster, id, keyCipher);
        return { id, kind, lat, lon, createdAt, lastSeenAt, keyMark: keyCipher, key };
      });
  return startSimulators({ url, devices, clock, kinds });
}
