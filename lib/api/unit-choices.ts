import { isFailure } from "../base/failure";
import type { Incident, Unit } from "../contract/incident";
import type { UnitChoices } from "../contract/unit-choice";
import { rankUnits } from "../dispatch/nearest";
import { agencyOfActor } from "../guard/actor";
import { readIncident } from "../store/incident/read-incidents";
import { listUnits } from "../store/unit/list-units";
import { incidentFor } from "./agency-view";
import type { Asked } from "./asked";
import type { ApiContext } from "./context";

/** Which units could go to an incident, in the order to ask them. An agency is told of its own. */
export async function unitChoices(
  context: ApiContext,
  { params: { id }, query, actor }: Asked<"listUnitChoices">,
): Promise<UnitChoices> {
  const { store, clock } = context;
  const incident = incidentFor(actor, await readIncident(store.reader, id), id);
  const agencyId = agencyOfActor(actor) ?? query.agencyId;
  const units = await listUnits(store.reader, agencyId ? { agencyId } : {});
  const { road, fellBack } = await byRoad(context, units, incident);
  return { choices: rankUnits(units, { place: incident, hazard: incident.hazard, now: clock.now(), road }), fellBack };
}

/** What the routing server says, where the city has one. Where it does not answer the straight line does, and it is said why. */
async function byRoad({ secondsTo, log }: ApiContext, units: Unit[], to: Incident) {
  const road = new Map<string, number>();
  if (!secondsTo) return { road, fellBack: null };
  try {
    const seconds = await secondsTo(units, to);
    for (const [i, unit] of units.entries()) {
      const taken = seconds[i];
      if (taken != null) road.set(unit.id, taken);
    }
    return { road, fellBack: null };
  } catch (error) {
    if (!isFailure(error)) throw error;
    log.warn({ err: error }, "travel times are by the straight line");
    return { road, fellBack: error.message };
  }
}
