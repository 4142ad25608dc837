import type { Tx } from "../open";

/** The id of a device's stream; null where the device has none of that name. */
export async function findStream(db: Tx, deviceId: string, name: string): Promise<number | null> {
  return (await db.stream.findUnique({ where: { deviceId_name: { deviceId, name } } }))?.id ?? null;
}
