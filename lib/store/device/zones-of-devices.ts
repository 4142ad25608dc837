import type { Tx } from "../open";

/** The zones that these devices stand in, each once. */
export async function zonesOfDevices(db: Tx, ids: readonly string[]): Promise<string[]> {
  const where = { id: { in: [...ids] } };
  return (await db.device.findMany({ where, select: { zone: true }, distinct: ["zone"] })).map(({ zone }) => zone);
}
