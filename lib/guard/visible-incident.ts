import { type Assignment, type Incident, MessageDetail, sharesUnit, type TimelineEntry } from "../contract/incident";

/**
 * The incident as an agency on it may see it: who else was asked, how far they are and which unit goes while it goes, not their
 * notes, reasons or people (docs/decisions/034, 041). Null where the agency was never asked.
 */
export function visibleIncident(incident: Incident, agencyId: string): Incident | null {
  if (!incident.assignments.some((a) => a.agencyId === agencyId)) return null;
  const assignments = incident.assignments.map((a) => (a.agencyId === agencyId ? a : ofOthers(a)));
  const timeline = incident.timeline.flatMap((entry) => entryFor(entry, agencyId));
  return { ...incident, assignments, timeline, linkedIds: [] };
}

function ofOthers(assignment: Assignment): Assignment {
  const deadlines = assignment.deadlines.map((d) => ({ ...d, escalations: [] }));
  const unitId = sharesUnit(assignment) ? assignment.unitId : null;
  return { ...assignment, ...nobody, deadlines, unitId, note: null, reason: null };
}

const nobody = {
  receivedBy: null,
  seenAt: null,
  seenBy: null,
  acceptedBy: null,
  refusedBy: null,
  unitBy: null,
  enRouteBy: null,
  arrivedBy: null,
  clearedBy: null,
  cancelledBy: null,
} satisfies Partial<Assignment>;

/** What all on an incident may know of each other: that it happened, and when. */
const joint = new Set(
  "requested received accepted refused unit-assigned en-route arrived cleared cancelled missed".split(" "),
);

function entryFor(entry: TimelineEntry, agencyId: string): TimelineEntry[] {
  if (entry.kind === "message") return isFor(entry, agencyId) ? [entry] : [];
  const of = entry.detail.agencyId;
  if (of === undefined || of === agencyId) return [entry];
  if (!joint.has(entry.kind)) return [];
  const { assignmentId, step, dueAt, farM } = entry.detail;
  const known = { ...(step !== undefined && { step, dueAt }), ...(farM !== undefined && { farM }) };
  const detail = { assignmentId, agencyId: of, ...known };
  return [{ ...entry, actor: "", detail }];
}

function isFor({ detail }: TimelineEntry, agencyId: string): boolean {
  const { success, data } = MessageDetail.safeParse(detail);
  return success && (data.to === null || data.to === agencyId || data.from === agencyId);
}
