import { type Deadline, type LateStep, ResponseStep } from "../../contract/deadline";
import type { Prisma } from "../generated/client";
import type { Store, Tx } from "../open";
import { big, ms } from "../time";

const order = new Map(ResponseStep.options.map((step, i) => [step, i]));

/** Stored deadlines of one assignment as the contract's, in the order of their steps. */
export function deadlinesOf(rows: readonly Prisma.DeadlineGetPayload<object>[]): Deadline[] {
  return rows.map(deadlineOf).sort((a, b) => (order.get(a.step) ?? 0) - (order.get(b.step) ?? 0));
}

function deadlineOf({ assignmentId: _of, escalations, ...row }: Prisma.DeadlineGetPayload<object>): Deadline {
  return {
    step: row.step as Deadline["step"],
    level: row.level as Deadline["level"],
    state: row.state as Deadline["state"],
    dueAt: ms(row.dueAt),
    endedAt: ms(row.endedAt),
    missedAt: ms(row.missedAt),
    escalations: escalations ? (JSON.parse(escalations) as LateStep[]) : [],
  };
}

export async function readDeadlines(tx: Tx, assignmentId: string): Promise<Deadline[]> {
  return deadlinesOf(await tx.deadline.findMany({ where: { assignmentId } }));
}

/** The deadlines of every request that has one which is past (UTC ms, the city's clock) and that nobody has met. */
export async function lateDeadlines(store: Store, now: number): Promise<Map<string, Deadline[]>> {
  const late = { state: "open", dueAt: { lte: big(now) } };
  const where = { assignment: { deadlines: { some: late } } };
  const byRequest = new Map<string, Prisma.DeadlineGetPayload<object>[]>();
  for (const row of await store.reader.deadline.findMany({ where }))
    byRequest.set(row.assignmentId, [...(byRequest.get(row.assignmentId) ?? []), row]);
  return new Map([...byRequest].map(([id, rows]) => [id, deadlinesOf(rows)]));
}
