import { distanceM } from "../base/geo";
import type { AgencyChoice } from "../contract/agency";
import type { Incident, Unit } from "../contract/incident";
import { inAskingOrder } from "./which-agencies";

type Asked = Pick<Incident, "lat" | "lon"> & { assignments: readonly { agencyId: string }[] };

/**
 * The agency to ask when one is late, with the reason: of those that were not asked to this incident one whose area and work this
 * is (as `whichAgencies` says). Of these an emergency service, which has a code for this level (112, 119), comes before a
 * department: who is late was wanted at once. Of equals the one with the nearest free unit; one without units (it is told by
 * webhook) comes after those, by its id. Null where all were asked.
 */
export function nextAgency(
  choices: readonly AgencyChoice[],
  units: readonly Unit[],
  incident: Asked,
): AgencyChoice | null {
  const asked = new Set(incident.assignments.map((a) => a.agencyId));
  const away = (id: string) =>
    Math.min(
      ...units.filter((u) => u.agencyId === id && u.assignmentIds.length === 0).map((u) => distanceM(u, incident)),
    );
  const others = choices.filter(({ agencyId }) => !asked.has(agencyId));
  return (
    others.sort(
      (a, b) =>
        atOnce(b) - atOnce(a) || inAskingOrder(a, b) || nearer(away(a.agencyId), away(b.agencyId)) || byId(a, b),
    )[0] ?? null
  );
}

const atOnce = ({ suggested, code }: AgencyChoice): number => Number(suggested && code !== null);
// two without units are equally far: ∞ − ∞ is no number
const nearer = (a: number, b: number): number => (a === b ? 0 : a - b);
const byId = (a: AgencyChoice, b: AgencyChoice): number => (a.agencyId < b.agencyId ? -1 : 1);
