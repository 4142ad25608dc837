import type { Assignment } from "../../contract/incident";
import type { Tx } from "../open";
import { big } from "../time";

export type NewAssignmentRow = Pick<
  Assignment,
  "id" | "incidentId" | "agencyId" | "unitId" | "note" | "code" | "requestedAt" | "requestedBy"
>;

export async function addAssignment(tx: Tx, row: NewAssignmentRow): Promise<void> {
  await tx.assignment.create({ data: { ...row, state: "requested", requestedAt: big(row.requestedAt) } });
}
