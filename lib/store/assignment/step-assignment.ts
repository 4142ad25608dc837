import type { Assignment, AssignmentState } from "../../contract/incident";
import type { Tx } from "../open";
import { big } from "../time";

type StepTime = "acceptedAt" | "refusedAt" | "enRouteAt" | "arrivedAt" | "clearedAt" | "cancelledAt";
export type StepWrite = {
  from: AssignmentState;
  state: AssignmentState;
  timeField: StepTime;
  at: number;
  reason?: string | undefined;
  unitId?: string | undefined;
};

/** Moves an assignment on if it still stands in `from`: of two who step at once, one gets true. */
export async function stepAssignment(tx: Tx, id: string, step: StepWrite): Promise<boolean> {
  const data = {
    state: step.state,
    [step.timeField]: big(step.at),
    ...(step.reason !== undefined && { reason: step.reason }),
    ...(step.unitId !== undefined && { unitId: step.unitId }),
  };
  return (await tx.assignment.updateMany({ where: { id, state: step.from }, data })).count > 0;
}

export async function getAssignment(
  tx: Tx,
  id: string,
): Promise<Pick<Assignment, "id" | "incidentId" | "agencyId" | "unitId" | "state"> | null> {
  const row = await tx.assignment.findUnique({ where: { id } });
  return row && { ...row, state: row.state as AssignmentState };
}
