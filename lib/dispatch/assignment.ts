import { Failure } from "../base/failure";
import { type Assignment, type AssignmentState, type AssignmentStep, nextSteps } from "../contract/incident";

export type Step = AssignmentStep | "cancel";
export type StepGiven = { reason?: string | undefined; unitId?: string | null | undefined };
/** The column that takes the time of a step. */
export type StepTime = Extract<
  keyof Assignment,
  "acceptedAt" | "refusedAt" | "enRouteAt" | "arrivedAt" | "clearedAt" | "cancelledAt"
>;
export type NextAssignment = { state: AssignmentState; timeField: StepTime };

/** Where a step leads, and the time that it sets. */
const leadsTo: Record<Step, NextAssignment> = {
  accept: { state: "accepted", timeField: "acceptedAt" },
  refuse: { state: "refused", timeField: "refusedAt" },
  "en-route": { state: "en-route", timeField: "enRouteAt" },
  arrive: { state: "arrived", timeField: "arrivedAt" },
  clear: { state: "cleared", timeField: "clearedAt" },
  cancel: { state: "cancelled", timeField: "cancelledAt" },
};

/** Once they are there, only they can say that it is over. */
const cancellable: readonly AssignmentState[] = ["requested", "accepted", "en-route"];

/** The steps that may follow. */
export function stepsFrom(state: AssignmentState): Step[] {
  return [...nextSteps[state], ...(cancellable.includes(state) ? (["cancel"] as const) : [])];
}

/** True while somebody is asked or on the way or there: an incident with such an assignment cannot close. */
export function isOpen(state: AssignmentState): boolean {
  return stepsFrom(state).length > 0;
}

/** Where a step leads and which time it sets; a conflict where it may not follow, invalid where it lacks its reason. */
export function nextAssignment(state: AssignmentState, step: Step, given: StepGiven): NextAssignment | Failure {
  if (!stepsFrom(state).includes(step)) return new Failure("conflict", refusal(state, step));
  const next = leadsTo[step];
  if ((step === "refuse" || step === "cancel") && !given.reason?.trim())
    return new Failure("invalid", `Give a reason: the other side must know why it was ${next.state}.`);
  if (given.unitId && step !== "accept")
    return new Failure("invalid", "Name the unit when you accept the request, not later.");
  return next;
}

function refusal(state: AssignmentState, step: Step): string {
  const may = stepsFrom(state);
  if (may.length === 0) return `This request is ${state} and closed. Ask again with a new request.`;
  return `This request is ${state}: "${step}" cannot follow. What can: ${may.join(", ")}.`;
}
