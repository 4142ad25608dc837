import { type Assignment, type AssignmentState, nextSteps } from "@/lib/contract/incident";

/** A stop: each state, and that the request has reached the agency. */
export type StopName = AssignmentState | "received";

/** One stop of the way from a request to its end. */
export type Stop = {
  state: StopName;
  /** When it was reached, UTC ms; null while it is not. */
  at: number | null;
  /** Milliseconds since the stop before; null without both times. */
  tookMs: number | null;
  /** ended: refused or taken back, the way stops here. */
  mark: "done" | "now" | "ahead" | "ended";
};

const timeOf: Record<StopName, (it: Assignment) => number | null> = {
  requested: (it) => it.requestedAt,
  received: (it) => it.receivedAt,
  accepted: (it) => it.acceptedAt,
  "en-route": (it) => it.enRouteAt,
  arrived: (it) => it.arrivedAt,
  cleared: (it) => it.clearedAt,
  refused: (it) => it.refusedAt,
  cancelled: (it) => it.cancelledAt,
};

const way: readonly StopName[] = ["requested", "received", "accepted", "en-route", "arrived", "cleared"];

/** The stops of an assignment in order: the whole way, or as far as it came before it was refused or taken back. */
export function stopsOf(assignment: Assignment): Stop[] {
  const broken = assignment.state === "refused" || assignment.state === "cancelled";
  const reached = way.filter((state) => timeOf[state](assignment) !== null);
  const states: readonly StopName[] = broken ? [...reached, assignment.state] : wayOf(assignment);
  return states.map((state, i) => {
    const at = timeOf[state](assignment);
    const before = i > 0 ? timeOf[states[i - 1] ?? "requested"](assignment) : null;
    return {
      state,
      at,
      tookMs: at !== null && before !== null ? at - before : null,
      mark: markOf(assignment, state, at),
    };
  });
}

/** A request from before receipts were kept shows none. */
function wayOf({ state, receivedAt }: Assignment): readonly StopName[] {
  return state === "requested" || receivedAt !== null ? way : way.filter((stop) => stop !== "received");
}

function markOf(assignment: Assignment, state: StopName, at: number | null): Stop["mark"] {
  if (state === "refused" || state === "cancelled") return "ended";
  if (state === standsAt(assignment) && isOpen(assignment)) return "now";
  return at === null ? "ahead" : "done";
}

/** Where it is on its way: a request that was received is one step further. */
function standsAt(assignment: Assignment): StopName {
  return assignment.state === "requested" && assignment.receivedAt !== null ? "received" : assignment.state;
}

/** Whether somebody is asked, on the way or there. */
export function isOpen(assignment: Assignment): boolean {
  return nextSteps[assignment.state].length > 0;
}

/** When it came to the state that it is in, UTC ms. */
export function stateSince(assignment: Assignment): number {
  return timeOf[assignment.state](assignment) ?? assignment.requestedAt;
}

/** From the request to its end; null while it is open. */
export function endedAt(assignment: Assignment): number | null {
  return isOpen(assignment) ? null : stateSince(assignment);
}
