import { distanceM } from "../base/geo";
import type { Incident, Unit } from "../contract/incident";

type Asked = Pick<Incident, "lat" | "lon"> & { assignments: readonly { agencyId: string }[] };

/**
 * The agency to ask when one is late: of those that were not asked to this incident, the one with the nearest free unit; where
 * no such agency has units (it is told by webhook), the first by its id. Null where all were asked.
 */
export function nextAgency(agencyIds: readonly string[], units: readonly Unit[], incident: Asked): string | null {
  const asked = new Set(incident.assignments.map((a) => a.agencyId));
  const others = agencyIds.filter((id) => !asked.has(id));
  const away = (id: string) =>
    Math.min(
      ...units.filter((u) => u.agencyId === id && u.assignmentIds.length === 0).map((u) => distanceM(u, incident)),
    );
  return others.sort((a, b) => away(a) - away(b) || a.localeCompare(b))[0] ?? null;
}
