import { type Incident, sharesUnit, type Unit } from "../contract/incident";

/** What a change says of incidents and units. */
type Content = { incidents?: Incident[] | undefined; units?: Unit[] | undefined };

/** Units of any agency that are under way to what an agency is on, each with its requests there. */
type Joint = ReadonlyMap<string, ReadonlySet<string>>;

const isOn = (agency: string, incident: Incident): boolean => incident.assignments.some((a) => a.agencyId === agency);

/** Which units an agency sees because they go where it goes (docs/decisions/041). */
export function jointUnits(agency: string, incidents: Iterable<Incident>): Joint {
  const joint = new Map<string, Set<string>>();
  for (const incident of incidents) {
    if (incident.state !== "open" || !isOn(agency, incident)) continue;
    for (const { id, unitId, ...assignment } of incident.assignments)
      if (unitId !== null && sharesUnit(assignment)) joint.set(unitId, (joint.get(unitId) ?? new Set()).add(id));
  }
  return joint;
}

/** The unit as an agency may see it: its own whole; another's while both are on one incident, without what else it has to do. */
export function unitAsSeen(agency: string, unit: Unit, joint: Joint): Unit[] {
  if (unit.agencyId === agency) return [unit];
  const here = joint.get(unit.id);
  if (!here) return [];
  return [{ ...unit, stationId: null, assignmentIds: unit.assignmentIds.filter((id) => here.has(id)) }];
}

/** Changed units, and those that a changed incident has brought into sight. */
export function unitsFor(agency: string, content: Content, units: ReadonlyMap<string, Unit>, joint: Joint): Unit[] {
  const changed = new Map((content.units ?? []).map((unit) => [unit.id, unit]));
  for (const id of named(content.incidents)) {
    const unit = units.get(id);
    // its own are told when they change
    if (unit && unit.agencyId !== agency && joint.has(id)) changed.set(id, changed.get(id) ?? unit);
  }
  return [...changed.values()].flatMap((unit) => unitAsSeen(agency, unit, joint));
}

/** Units of others that a changed incident has taken out of sight: they have left, or this agency has. */
export function unitsLeft(
  agency: string,
  { incidents = [] }: Content,
  units: ReadonlyMap<string, Unit>,
  joint: Joint,
): string[] {
  const its = incidents.filter((i) => isOn(agency, i) || i.timeline.some((entry) => entry.detail.agencyId === agency));
  return [...named(its)].filter((id) => units.get(id)?.agencyId !== agency && !joint.has(id));
}

function named(incidents: readonly Incident[] = []): Set<string> {
  return new Set(incidents.flatMap((i) => i.assignments.flatMap(({ unitId }) => unitId ?? [])));
}
