import type { Tx } from "../open";
import { type StoredDevice, storedDevice } from "./load-devices";

export async function getDevice(db: Tx, id: string): Promise<StoredDevice | null> {
  const row = await db.device.findUnique({ where: { id } });
  return row && storedDevice(row);
}
