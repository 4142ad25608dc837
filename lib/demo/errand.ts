import type { Place } from "../base/geo";
import type { Incident, Unit } from "../contract/incident";
import type { Task } from "./drive";

/** How fast simulated units drive to an incident, km/h: stated, not measured. */
const ERRAND_KMH = 45;
const PATROLLING: readonly string[] = ["patrol-car", "traffic-car"];
const OUT: readonly string[] = ["en-route", "arrived"];

/** What a simulated unit has to do: on its way or there, the incident of its newest such assignment. */
export function taskOf(unit: Unit, home: Place, incidents: ReadonlyMap<string, Incident>): Task {
  const asked = [...incidents.values()].flatMap((incident) =>
    incident.assignments.filter((it) => it.unitId === unit.id).map((assignment) => ({ assignment, incident })),
  );
  const out = asked.filter(({ assignment }) => OUT.includes(assignment.state));
  out.sort((a, b) => (b.assignment.enRouteAt ?? 0) - (a.assignment.enRouteAt ?? 0));
  const goal = out[0]?.incident ?? null;
  return { home, patrols: PATROLLING.includes(unit.type), kmh: ERRAND_KMH, goal };
}
