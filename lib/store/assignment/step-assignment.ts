import type { Assignment, AssignmentState } from "../../contract/incident";
import { assignmentOf } from "../incident/read-incidents";
import type { Tx } from "../open";
import { big } from "../time";

type StepTime = "acceptedAt" | "refusedAt" | "enRouteAt" | "arrivedAt" | "clearedAt" | "cancelledAt";
const personOf = {
  acceptedAt: "acceptedBy",
  refusedAt: "refusedBy",
  enRouteAt: "enRouteBy",
  arrivedAt: "arrivedBy",
  clearedAt: "clearedBy",
  cancelledAt: "cancelledBy",
} as const satisfies Record<StepTime, string>;
export type StepWrite = {
  from: AssignmentState;
  state: AssignmentState;
  timeField: StepTime;
  at: number;
  by: string;
  reason?: string | undefined;
  farM?: number | undefined;
};

/** Moves an assignment on if it still stands in `from`: of two who step at once, one gets true. */
export async function stepAssignment(tx: Tx, id: string, step: StepWrite): Promise<boolean> {
  const data = {
    state: step.state,
    [step.timeField]: big(step.at),
    [personOf[step.timeField]]: step.by,
    ...(step.farM !== undefined && { farM: step.farM }),
    ...(step.reason !== undefined && { reason: step.reason }),
  };
  return (await tx.assignment.updateMany({ where: { id, state: step.from }, data })).count > 0;
}

export async function getAssignment(tx: Tx, id: string): Promise<Assignment | null> {
  const row = await tx.assignment.findUnique({ where: { id }, include: { deadlines: true } });
  return row && assignmentOf(row);
}
