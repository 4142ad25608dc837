import type { Tx } from "../open";

/** Puts an alert that is in no incident into a group; false where it is in an incident, or in that group already. */
export async function putGroup(tx: Tx, id: string, groupId: string): Promise<boolean> {
  const where = { id, incidentId: null, groupId: { not: groupId } };
  return (await tx.alert.updateMany({ where, data: { groupId } })).count > 0;
}
