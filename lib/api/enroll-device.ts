import type { Clock } from "../base/clock";
import { Failure } from "../base/failure";
import type { NewDevice } from "../contract/device";
import { type Actor, actorName } from "../guard/actor";
import { writeAudit } from "../guard/audit";
import { newDeviceKey, sealKey } from "../guard/device-key";
import type { Kind } from "../kinds/kind";
import { addDevices, takenIds } from "../store/device/add-devices";
import type { Store, Tx } from "../store/open";
import { checkDeviceZone } from "./zones";

export type Enroll = { store: Store; clock: Clock; kinds: ReadonlyMap<string, Kind>; deviceMaster: Buffer };

/**
 * Adds a device with its streams and gives its key, the only time that it is shown. Throws Failure `invalid` for a kind or
 * zone that the city does not know, `conflict` for an id that is taken. For the API and the command line.
 */
export async function enrollDevice(parts: Enroll, actor: Actor, device: NewDevice): Promise<string> {
  await checkNewDevice(parts, device);
  const keys = await parts.store.write((tx) => enrollAll(tx, parts, actor, [device]));
  const key = keys.get(device.id);
  if (key === undefined) throw new Failure("conflict", `Device "${device.id}" exists already. Choose another id.`);
  return key;
}

/** Whether the city knows its kind and its zone; throws Failure `invalid`. */
export async function checkNewDevice({ store, kinds }: Enroll, device: NewDevice): Promise<void> {
  if (!kinds.has(device.kind))
    throw new Failure("invalid", `There is no kind "${device.kind}". Take one of: ${[...kinds.keys()].join(", ")}.`);
  await checkDeviceZone(store, device.zone);
}

/** Adds checked devices in a transaction; gives the keys of those whose id was not taken. */
export async function enrollAll(
  tx: Tx,
  parts: Enroll,
  actor: Actor,
  devices: NewDevice[],
): Promise<Map<string, string>> {
  const taken = await takenIds(
    tx,
    devices.map((d) => d.id),
  );
  const fresh = new Map(devices.filter((d) => !taken.has(d.id)).map((d) => [d.id, { device: d, key: newDeviceKey() }]));
  if (fresh.size === 0) return new Map();
  const at = parts.clock.now();
  await addDevices(
    tx,
    [...fresh.values()].map(({ device, key }) => stored(parts, device, key, at)),
  );
  const acts = [...fresh.values()].map(({ device: { id, properties: _properties, ...detail } }) => {
    return { at, actor: actorName(actor), action: "device.add", subject: `device:${id}`, detail };
  });
  await writeAudit(tx, ...acts);
  return new Map([...fresh].map(([id, { key }]) => [id, key]));
}

function stored({ kinds, deviceMaster }: Enroll, device: NewDevice, key: string, createdAt: number) {
  const kind = kinds.get(device.kind);
  const unused = { simulated: false, retiredAt: null, lastSeenAt: null, status: null };
  const keyCipher = sealKey(deviceMaster, device.id, key);
  const row = { ...device, ...unused, keepAliveMs: kind?.keepAliveMs ?? 0, keyCipher, createdAt };
  return [row, kind?.streams.map((s) => s.name) ?? []] as const;
}
