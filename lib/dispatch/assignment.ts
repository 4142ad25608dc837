import { Failure } from "../base/failure";
import type { Assignment, AssignmentState, AssignmentStep } from "../contract/incident";

export type Step = AssignmentStep | "cancel";
export type StepGiven = { reason?: string | undefined; unitId?: string | null | undefined };
/** The column that takes the time of a step. */
export type StepTime = Extract<
  keyof Assignment,
  "acceptedAt" | "refusedAt" | "enRouteAt" | "arrivedAt" | "clearedAt" | "cancelledAt"
>;
export type NextAssignment = { state: AssignmentState; timeField: StepTime };

const table: Record<AssignmentState, Partial<Record<Step, AssignmentState>>> = {
  requested: { accept: "accepted", refuse: "refused", cancel: "cancelled" },
  accepted: { "en-route": "en-route", cancel: "cancelled" },
  "en-route": { arrive: "arrived", cancel: "cancelled" },
  arrived: { clear: "cleared" },
  refused: {},
  cleared: {},
  cancelled: {},
};

const timeFields: Record<Step, StepTime> = {
  accept: "acceptedAt",
  refuse: "refusedAt",
  "en-route": "enRouteAt",
  arrive: "arrivedAt",
  clear: "clearedAt",
  cancel: "cancelledAt",
};

/** True while somebody is asked or on the way or there: an incident with such an assignment cannot close. */
export function isOpen(state: AssignmentState): boolean {
  return Object.keys(table[state]).length > 0;
}

/** The steps that may follow. */
export function stepsFrom(state: AssignmentState): Step[] {
  return Object.keys(table[state]) as Step[];
}

/** Where a step leads and which time it sets; a conflict where it may not follow, invalid where it lacks its reason. */
export function nextAssignment(state: AssignmentState, step: Step, given: StepGiven): NextAssignment | Failure {
  const next = table[state][step];
  if (!next) return new Failure("conflict", refusal(state, step));
  if ((step === "refuse" || step === "cancel") && !given.reason?.trim())
    return new Failure("invalid", `Give a reason: the other side must know why it was ${next}.`);
  if (given.unitId && step !== "accept")
    return new Failure("invalid", "Name the unit when you accept the request, not later.");
  return { state: next, timeField: timeFields[step] };
}

function refusal(state: AssignmentState, step: Step): string {
  const may = stepsFrom(state);
  if (may.length === 0) return `This request is ${state} and closed. Ask again with a new request.`;
  return `This request is ${state}: "${step}" cannot follow. What can: ${may.join(", ")}.`;
}
