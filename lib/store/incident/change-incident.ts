import type { Incident } from "../../contract/incident";
import type { Tx } from "../open";
import { big } from "../time";

/** The incident's level; false where it is not open. */
export async function putIncidentLevel(tx: Tx, id: string, level: Incident["level"]): Promise<boolean> {
  return (await tx.incident.updateMany({ where: { id, state: "open" }, data: { level } })).count > 0;
}

export type Closing = { at: number; by: string; cause: string };

/** False where it is not open. */
export async function closeIncident(tx: Tx, id: string, { at, by, cause }: Closing): Promise<boolean> {
  const data = { state: "closed", closedAt: big(at), closedBy: by, cause };
  return (await tx.incident.updateMany({ where: { id, state: "open" }, data })).count > 0;
}
