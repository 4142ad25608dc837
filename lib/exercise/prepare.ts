import { existsSync, mkdirSync } from "node:fs";
import type { NewDevice } from "../contract/device";
import { demoAgencies, demoStations, demoUnits } from "../demo/agencies";
import type { Env } from "../env";
import { writeAudit } from "../guard/audit";
import { newDeviceKey, sealKey } from "../guard/device-key";
import { readSecrets } from "../guard/secrets";
import type { Kind } from "../kinds/kind";
import { putAgencies } from "../store/agency/put-agencies";
import { addDevices } from "../store/device/add-devices";
import { migrate } from "../store/migrate";
import { databaseFile, openStore } from "../store/open";
import { putUnits } from "../store/unit/put-units";

/** Makes the exercise's database: the recorded devices with new keys, and somebody to send. Gives the keys by device. */
export async function prepareCity(
  env: Env,
  devices: readonly NewDevice[],
  kinds: ReadonlyMap<string, Kind>,
  now: number,
): Promise<Map<string, string>> {
  if (existsSync(databaseFile(env.databaseUrl)))
    throw new Error(`${env.dir} holds a city already. Name a folder without one.`);
  mkdirSync(env.dir, { recursive: true, mode: 0o700 });
  migrate(env.databaseUrl);
  const { deviceMaster } = readSecrets(env.dir);
  const keys = new Map(devices.map((device) => [device.id, newDeviceKey()]));
  const store = await openStore(env.databaseUrl);
  try {
    await store.write(async (tx) => {
      await putAgencies(tx, demoAgencies, demoStations);
      await putUnits(tx, demoUnits, now);
      await addDevices(
        tx,
        devices.map((device) => {
          const kind = kinds.get(device.kind);
          if (!kind)
            throw new Error(
              `Device ${device.id} is of kind ${device.kind}, which this city does not know. Correct devices.csv.`,
            );
          const keyCipher = sealKey(deviceMaster, device.id, keys.get(device.id) ?? "");
          const own = { ...device, keyCipher, simulated: false, keepAliveMs: kind.keepAliveMs, createdAt: now };
          return [{ ...own, retiredAt: null, lastSeenAt: null, status: null }, kind.streams.map((s) => s.name)];
        }),
      );
      await writeAudit(tx, {
        at: now,
        actor: "system:exercise",
        action: "devices.imported",
        subject: "city",
        detail: { count: devices.length },
      });
    });
  } finally {
    await store.close();
  }
  return keys;
}
