import type { Clock } from "../base/clock";
import { Failure } from "../base/failure";
import type { NewDevice } from "../contract/device";
import { type Actor, actorName } from "../guard/actor";
import { writeAudit } from "../guard/audit";
import { newDeviceKey, sealKey } from "../guard/device-key";
import type { Kind } from "../kinds/kind";
import { addDevice } from "../store/device/add-device";
import { getDevice } from "../store/device/get-device";
import type { Store } from "../store/open";
import { checkDeviceZone } from "./zones";

export type Enroll = { store: Store; clock: Clock; kinds: ReadonlyMap<string, Kind>; deviceMaster: Buffer };

/**
 * Adds a device with its streams and gives its key, the only time that it is shown. Throws Failure `invalid` for a kind or
 * zone that the city does not know, `conflict` for an id that is taken. For the API and the command line.
 */
export async function enrollDevice(parts: Enroll, actor: Actor, device: NewDevice): Promise<string> {
  const { store, clock, kinds, deviceMaster } = parts;
  const kind = kinds.get(device.kind);
  if (!kind)
    throw new Failure("invalid", `There is no kind "${device.kind}". Take one of: ${[...kinds.keys()].join(", ")}.`);
  await checkDeviceZone(store, device.zone);
  const key = newDeviceKey();
  const stored = {
    ...device,
    simulated: false,
    keepAliveMs: kind.keepAliveMs,
    keyCipher: sealKey(deviceMaster, device.id, key),
    createdAt: clock.now(),
    retiredAt: null,
    lastSeenAt: null,
    status: null,
  };
  await store.write(async (tx) => {
    if (await getDevice(tx, device.id))
      throw new Failure("conflict", `Device "${device.id}" exists already. Choose another id.`);
    await addDevice(
      tx,
      stored,
      kind.streams.map((s) => s.name),
    );
    const detail = { kind: device.kind, name: device.name, lat: device.lat, lon: device.lon, zone: device.zone };
    await writeAudit(tx, {
      at: clock.now(),
      actor: actorName(actor),
      action: "device.add",
      subject: `device:${device.id}`,
      detail,
    });
  });
  return key;
}
