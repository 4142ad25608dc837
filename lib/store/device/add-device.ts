import type { Tx } from "../open";
import { addDevices } from "./add-devices";
import type { StoredDevice } from "./load-devices";

/** A new device with its streams. */
export async function addDevice(tx: Tx, device: StoredDevice, streams: readonly string[]): Promise<void> {
  await addDevices(tx, [[device, streams]]);
}
