import { endedAt, isOpen, stateSince } from "@/components/panels/incident/assignment-steps";
import type { Assignment, Incident } from "@/lib/contract/incident";

/** An assignment with the incident that it is for. */
export type Job = { assignment: Assignment; incident: Incident };

export type Jobs = {
  /** Nobody has answered yet: the most severe first, of those the one that waits longest. */
  incoming: Job[];
  /** Accepted, on the way or there, in the same order. */
  running: Job[];
  /** Over since `since`, newest first. */
  ended: Job[];
};

/** The assignments of one agency, sorted for its console. `since`: UTC ms, the start of the day that the history shows. */
export function orderJobs(incidents: Iterable<Incident>, agencyId: string, since: number): Jobs {
  const all = [...incidents].flatMap((incident) =>
    incident.assignments.filter((it) => it.agencyId === agencyId).map((assignment) => ({ assignment, incident })),
  );
  const open = all.filter((job) => isOpen(job.assignment)).sort(byUrgency);
  return {
    incoming: open.filter((job) => job.assignment.state === "requested"),
    running: open.filter((job) => job.assignment.state !== "requested"),
    ended: all
      .filter((job) => (endedAt(job.assignment) ?? Number.NEGATIVE_INFINITY) >= since)
      .sort((a, b) => stateSince(b.assignment) - stateSince(a.assignment) || byId(a, b)),
  };
}

function byUrgency(a: Job, b: Job): number {
  return b.incident.level - a.incident.level || a.assignment.requestedAt - b.assignment.requestedAt || byId(a, b);
}

function byId(a: Job, b: Job): number {
  return a.assignment.id.localeCompare(b.assignment.id);
}
