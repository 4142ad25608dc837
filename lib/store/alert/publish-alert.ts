import type { Tx } from "../open";

/** Shows an alert to citizens or takes it back; false where it stood so already. */
export async function publishAlert(tx: Tx, id: string, published: boolean): Promise<boolean> {
  return (await tx.alert.updateMany({ where: { id, published: !published }, data: { published } })).count > 0;
}
