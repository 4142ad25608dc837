import type { Tx } from "../open";
import type { StoredDevice } from "./load-devices";

/** New devices, each with the names of its streams. */
export async function addDevices(
  tx: Tx,
  devices: readonly (readonly [StoredDevice, streams: readonly string[]])[],
): Promise<void> {
  const rows = devices.map(([{ status: _status, lastSeenAt: _seen, retiredAt: _retired, ...own }]) => ({
    ...own,
    properties: JSON.stringify(own.properties),
    createdAt: BigInt(own.createdAt),
  }));
  await tx.device.createMany({ data: rows });
  await tx.stream.createMany({
    data: devices.flatMap(([{ id }, names]) => names.map((name) => ({ deviceId: id, name }))),
  });
}

/** Those of these ids that are taken. */
export async function takenIds(db: Tx, ids: readonly string[]): Promise<Set<string>> {
  const rows = await db.device.findMany({ where: { id: { in: [...ids] } }, select: { id: true } });
  return new Set(rows.map((r) => r.id));
}
