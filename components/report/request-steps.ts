import type { Assignment } from "@/lib/contract/incident";

type Owed = { step: string; dueAt: number; missedAt: number | null; endedAt: number | null; state: string };

/** One step of a request, for the report: times in UTC ms, spans in ms. */
export type RequestStep = {
  step: string;
  at: number | null;
  by: string | null;
  /** From the request on; null for the request itself, and where it has not happened. */
  tookMs: number | null;
  dueAt: number | null;
  /** By how much it came after its deadline, or (it has not come) how long it has been owed at `now`; null: in time, or nobody waits. */
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
/** An answer is a yes or a no. */
const OWED_AS: Readonly<Record<string, string>> = { accepted: "answered", refused: "answered" };
/** What is said only where it happened. */
const SOMETIMES = new Set(["seen", "refused", "cancelled"]);

/** The steps of a request in order, with what was owed and by how much it was late. A step that never came is there too. */
export function requestSteps(assignment: Assignment, now: number): RequestStep[] {
  const told: Readonly<Record<string, unknown>> = assignment;
  const owed = (told.deadlines ?? []) as readonly Owed[];
  const refused = assignment.refusedAt !== null;
  const over = refused || assignment.cancelledAt !== null;
  return (
    STEPS.filter(([step, at]) => told[at] != null || !(SOMETIMES.has(step) || !(at in assignment)))
      .filter(([step]) => !(refused && step === "accepted" && assignment.acceptedAt === null))
      .map(([step, atKey, byKey]) => {
        const at = (told[atKey] as number | null | undefined) ?? null;
        const deadline = owed.find((d) => d.step === (OWED_AS[step] ?? step));
        const tookMs = at === null || step === "requested" ? null : at - assignment.requestedAt;
        const by = (told[byKey] as string | null | undefined) ?? null;
        return { step, at, by, tookMs, dueAt: deadline?.dueAt ?? null, lateMs: lateOf(deadline, at, now) };
      })
      // nobody waits for what was refused or taken back, but for what was late by then
      .filter(({ at, lateMs }) => !over || at !== null || lateMs !== null)
  );
}

function lateOf(deadline: Owed | undefined, at: number | null, now: number): number | null {
  if (!deadline) return null;
  const until = at ?? deadline.endedAt ?? now;
  // dropped before it was due: nobody waits for it any more
  return until > deadline.dueAt ? until - deadline.dueAt : null;
}
