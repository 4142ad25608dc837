import type { Deadline, LateStep, ResponseStep } from "../../contract/deadline";
import type { Tx } from "../open";
import { big } from "../time";

export async function addDeadlines(tx: Tx, assignmentId: string, deadlines: readonly Deadline[]): Promise<void> {
  const data = deadlines.map(({ step, level, dueAt }) => ({ assignmentId, step, level, dueAt: big(dueAt) }));
  await tx.deadline.createMany({ data });
}

/** The same steps by another level and time, and those that were not owed before; what each has been through stays. */
export async function putDeadlines(tx: Tx, assignmentId: string, deadlines: readonly Deadline[]): Promise<void> {
  for (const { step, level, dueAt } of deadlines) {
    const owed = { level, dueAt: big(dueAt) };
    await tx.deadline.upsert({
      where: { assignmentId_step: { assignmentId, step } },
      create: { assignmentId, step, ...owed },
      update: owed,
    });
  }
}

/** Ends those of these deadlines that are open. `at`: UTC ms, the city's clock. */
export async function endDeadlines(
  tx: Tx,
  assignmentId: string,
  { steps, state, at }: { steps: ResponseStep[]; state: "met" | "dropped"; at: number },
): Promise<void> {
  if (steps.length === 0) return;
  const where = { assignmentId, step: { in: steps }, state: "open" };
  await tx.deadline.updateMany({ where, data: { state, endedAt: big(at) } });
}

/** Marks a miss; false where it is marked already, or was met. */
export async function missDeadline(tx: Tx, assignmentId: string, step: ResponseStep, at: number): Promise<boolean> {
  const where = { assignmentId, step, state: "open", missedAt: null };
  return (await tx.deadline.updateMany({ where, data: { missedAt: big(at) } })).count > 0;
}

/** Keeps the steps taken because of a miss; false where it was met, or somebody took a step meanwhile. */
export async function putLateSteps(
  tx: Tx,
  assignmentId: string,
  { step, escalations: before }: Deadline,
  after: readonly LateStep[],
): Promise<boolean> {
  const known = before.length > 0 ? JSON.stringify(before) : null;
  const where = { assignmentId, step, state: "open", escalations: known };
  return (await tx.deadline.updateMany({ where, data: { escalations: JSON.stringify(after) } })).count > 0;
}
