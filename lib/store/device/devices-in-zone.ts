import type { Tx } from "../open";

/** Ids of the devices in service that name a zone. */
export async function devicesInZone(db: Tx, zone: string): Promise<string[]> {
  const rows = await db.device.findMany({
    where: { zone, retiredAt: null },
    select: { id: true },
    orderBy: { id: "asc" },
  });
  return rows.map((r) => r.id);
}
