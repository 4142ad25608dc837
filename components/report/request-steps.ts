import type { Deadline } from "@/lib/contract/deadline";
import type { Assignment } from "@/lib/contract/incident";

/** One step of a request, for the report: times in UTC ms, spans in ms. */
export type RequestStep = {
  step: (typeof STEPS)[number][0];
  at: number | null;
  by: string | null;
  /** From the request on; null for the request itself, and where it has not happened. */
  tookMs: number | null;
  dueAt: number | null;
  /** By how much it came after its deadline, or (it has not come) how long it had been owed at the end; null: in time, or nobody waits. */
  lateMs: number | null;
};

const STEPS = [
  ["requested", "requestedAt", "requestedBy"],
  ["received", "receivedAt", "receivedBy"],
  ["seen", "seenAt", "seenBy"],
  ["accepted", "acceptedAt", "acceptedBy"],
  ["refused", "refusedAt", "refusedBy"],
  ["unit", "unitAt", "unitBy"],
  ["en-route", "enRouteAt", "enRouteBy"],
  ["arrived", "arrivedAt", "arrivedBy"],
  ["cleared", "clearedAt", "clearedBy"],
  ["cancelled", "cancelledAt", "cancelledBy"],
] as const;
/** What is said only where it happened. */
const SOMETIMES: ReadonlySet<string> = new Set(["seen", "refused", "cancelled"]);

/** The steps of a request in order, with what was owed and by how much it was late at `end` (UTC ms). A step that never came is there too. */
export function requestSteps(assignment: Assignment, end: number): RequestStep[] {
  const over = assignment.refusedAt !== null || assignment.cancelledAt !== null;
  return (
    STEPS.filter(([step, at]) => assignment[at] !== null || !SOMETIMES.has(step))
      // a refusal is the answer
      .filter(([step]) => !(assignment.refusedAt !== null && step === "accepted" && assignment.acceptedAt === null))
      .map(([step, atKey, byKey]) => {
        const at = assignment[atKey];
        const deadline = assignment.deadlines.find((d) => d.step === owedAs(step));
        const tookMs = at === null || step === "requested" ? null : at - assignment.requestedAt;
        const dueAt = deadline?.dueAt ?? null;
        return { step, at, by: assignment[byKey], tookMs, dueAt, lateMs: lateOf(deadline, at, end) };
      })
      // nobody waits for what was refused or taken back, but for what was late by then
      .filter(({ at, lateMs }) => !over || at !== null || lateMs !== null)
  );
}

/** An answer is a yes or a no. */
const owedAs = (step: string): string => (step === "accepted" || step === "refused" ? "answered" : step);

function lateOf(deadline: Deadline | undefined, at: number | null, end: number): number | null {
  if (!deadline) return null;
  const until = at ?? deadline.endedAt ?? end;
  return until > deadline.dueAt ? until - deadline.dueAt : null;
}
