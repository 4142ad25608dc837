import type { Clock } from "../base/clock";
import { Failure } from "../base/failure";
import type { NewDevice } from "../contract/device";
import { type Actor, actorName } from "../guard/actor";
import { writeAudit } from "../guard/audit";
import { newDeviceKey, sealKey } from "../guard/device-key";
import type { Kind } from "../kinds/kind";
import { addDevice } from "../store/device/add-device";
import { getDevice } from "../store/device/get-device";
import type { Store, Tx } from "../store/open";
import { checkDeviceZone } from "./zones";

export type Enroll = { store: Store; clock: Clock; kinds: ReadonlyMap<string, Kind>; deviceMaster: Buffer };

/**
 * Adds a device with its streams and gives its key, the only time that it is shown. Throws Failure `invalid` for a kind or
 * zone that the city does not know, `conflict` for an id that is taken. For the API and the command line.
 */
export async function enrollDevice(parts: Enroll, actor: Actor, device: NewDevice): Promise<string> {
  await checkNewDevice(parts, device);
  return parts.store.write(async (tx) => {
    const key = await enrollIn(tx, parts, actor, device);
    if (key === null) throw new Failure("conflict", `Device "${device.id}" exists already. Choose another id.`);
    return key;
  });
}

/** Whether the city knows its kind and its zone; throws Failure `invalid`. */
export async function checkNewDevice({ store, kinds }: Enroll, device: NewDevice): Promise<void> {
  if (!kinds.has(device.kind))
    throw new Failure("invalid", `There is no kind "${device.kind}". Take one of: ${[...kinds.keys()].join(", ")}.`);
  await checkDeviceZone(store, device.zone);
}

/** Adds a checked device in a transaction; null where its id is taken. */
export async function enrollIn(tx: Tx, parts: Enroll, actor: Actor, device: NewDevice): Promise<string | null> {
  const kind = parts.kinds.get(device.kind);
  if (!kind || (await getDevice(tx, device.id))) return null;
  const key = newDeviceKey();
  const createdAt = parts.clock.now();
  const keyCipher = sealKey(parts.deviceMaster, device.id, key);
  const unused = { simulated: false, retiredAt: null, lastSeenAt: null, status: null };
  const stored = { ...device, ...unused, keepAliveMs: kind.keepAliveMs, keyCipher, createdAt };
  await addDevice(
    tx,
    stored,
    kind.streams.map((s) => s.name),
  );
  const { id, properties: _properties, ...detail } = device;
  await writeAudit(tx, {
    at: createdAt,
    actor: actorName(actor),
    action: "device.add",
    subject: `device:${id}`,
    detail,
  });
  return key;
}
