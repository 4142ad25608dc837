import type { Tx } from "../open";

/** Puts alerts that belong to no incident into one; how many it got. Fewer than given: somebody was faster. */
export async function assignAlerts(tx: Tx, ids: readonly string[], incidentId: string): Promise<number> {
  return (await tx.alert.updateMany({ where: { id: { in: [...ids] }, incidentId: null }, data: { incidentId } })).count;
}
