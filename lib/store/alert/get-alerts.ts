import type { Alert } from "../../contract/alert";
import type { Tx } from "../open";
import { readAlerts } from "./read-alerts";

/** Those of these alerts that exist, oldest first. */
export async function getAlerts(db: Tx, ids: readonly string[]): Promise<Alert[]> {
  return readAlerts(db, await db.alert.findMany({ where: { id: { in: [...ids] } }, orderBy: { raisedAt: "asc" } }));
}
