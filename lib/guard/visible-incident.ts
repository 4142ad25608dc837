import type { Incident } from "../contract/incident";

/** The incident as an agency may see it: only if it was asked, and without what other agencies were asked or did; else null. */
export function visibleIncident(incident: Incident, agencyId: string): Incident | null {
  const own = incident.assignments.filter((a) => a.agencyId === agencyId);
  if (own.length === 0) return null;
  const timeline = incident.timeline.filter((e) => e.detail.agencyId === undefined || e.detail.agencyId === agencyId);
  return { ...incident, assignments: own, timeline };
}
