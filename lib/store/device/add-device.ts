import type { Tx } from "../open";
import type { StoredDevice } from "./load-devices";

/** A new device with its streams. */
export async function addDevice(tx: Tx, device: StoredDevice, streams: readonly string[]): Promise<void> {
  const { status: _status, lastSeenAt: _seen, retiredAt: _retired, ...own } = device;
  await tx.device.create({
    data: { ...own, properties: JSON.stringify(own.properties), createdAt: BigInt(own.createdAt) },
  });
  if (streams.length > 0) await tx.stream.createMany({ data: streams.map((name) => ({ deviceId: device.id, name })) });
}
