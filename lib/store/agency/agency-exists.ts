import type { Tx } from "../open";

export async function agencyExists(db: Tx, id: string): Promise<boolean> {
  return (await db.agency.count({ where: { id } })) > 0;
}
