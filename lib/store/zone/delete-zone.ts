import type { Tx } from "../open";

/** False where there was none. */
export async function deleteZone(tx: Tx, id: string): Promise<boolean> {
  return (await tx.zone.deleteMany({ where: { id } })).count > 0;
}
