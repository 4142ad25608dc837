import type { Incident } from "../../contract/incident";
import type { Tx } from "../open";
import { big } from "../time";

export type NewIncidentRow = Pick<
  Incident,
  "id" | "title" | "hazard" | "level" | "lat" | "lon" | "openedAt" | "openedBy"
>;

export async function addIncident(tx: Tx, incident: NewIncidentRow): Promise<void> {
  await tx.incident.create({ data: { ...incident, state: "open", openedAt: big(incident.openedAt) } });
}
