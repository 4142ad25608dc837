import { firstOpen, type ResponseStep } from "@/lib/contract/deadline";
import type { Assignment, Incident } from "@/lib/contract/incident";
import { isOpen, stateSince } from "./assignment-steps";

/** What has not happened yet. `asked`: nobody is asked. `far`: somebody says to be there, and is somewhere else. */
export type Missing = Exclude<ResponseStep, "unit" | "cleared"> | "asked" | "far";

export type Undone = {
  missing: Missing;
  /** Whose step it is; null where nobody is asked. */
  agencyId: string | null;
  /** Since when it is awaited, UTC ms of the city's clock. */
  since: number;
  /** How far from the place it reported its arrival, m. */
  farM: number | null;
  /** How long it is over its deadline, ms; null while it is not. */
  overdueMs: number | null;
};

/** What an agency that was asked has not done: the first of received, answered, on the way, there; null once it is there, or over. */
export function missingOf(assignment: Assignment): Exclude<Missing, "asked" | "far"> | null {
  if (assignment.state === "requested") return assignment.receivedAt === null ? "received" : "answered";
  if (assignment.state === "accepted") return "en-route";
  return assignment.state === "en-route" ? "arrived" : null;
}

/**
 * The worst that has not happened in an open incident: what is over its deadline first, of those what is over it longest; then what
 * is awaited longest. Null where everybody who was asked is there.
 */
export function undoneOf(incident: Incident, now: number): Undone | null {
  if (incident.state !== "open") return null;
  const waits = incident.assignments.flatMap((it) => waitOf(it, now) ?? []);
  if (waits.length > 0) return waits.reduce((worst, it) => (isWorse(it, worst) ? it : worst));
  const came = incident.assignments.some((it) => it.arrivedAt !== null);
  return came ? null : { missing: "asked", agencyId: null, since: lastRefusal(incident), overdueMs: null, farM: null };
}

function waitOf(assignment: Assignment, now: number): Undone | null {
  const { agencyId, farM, arrivedAt } = assignment;
  if (assignment.state === "arrived" && farM !== null && arrivedAt !== null)
    return { missing: "far", agencyId, since: arrivedAt, farM, overdueMs: now - arrivedAt };
  const missing = missingOf(assignment);
  if (!missing) return null;
  const deadline = firstOpen(assignment.deadlines);
  const overdueMs = deadline && deadline.dueAt <= now ? now - deadline.dueAt : null;
  return { missing, agencyId, since: assignment.requestedAt, overdueMs, farM: null };
}

function isWorse(a: Undone, b: Undone): boolean {
  if ((a.overdueMs ?? -1) !== (b.overdueMs ?? -1)) return (a.overdueMs ?? -1) > (b.overdueMs ?? -1);
  return a.since < b.since;
}

/** Since when nobody is asked: the last refusal or withdrawal, else the incident's opening. */
function lastRefusal(incident: Incident): number {
  const over = incident.assignments.filter((it) => !isOpen(it)).map(stateSince);
  return Math.max(incident.openedAt, ...over);
}
