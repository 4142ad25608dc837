import { isFailure } from "../base/failure";
import type { Incident, Unit } from "../contract/incident";
import type { UnitChoices } from "../contract/unit-choice";
import { type Located, rankUnits } from "../dispatch/nearest";
import { whereabouts } from "../dispatch/whereabouts";
import { agencyOfActor } from "../guard/actor";
import { listStations } from "../store/agency/list-agencies";
import { readIncident } from "../store/incident/read-incidents";
import { lastScenes } from "../store/unit/last-scenes";
import { listUnits } from "../store/unit/list-units";
import { incidentFor } from "./agency-view";
import type { Asked } from "./asked";
import type { ApiContext } from "./context";

/** Which units could go to an incident, in the order to ask them. An agency is told of its own. */
export async function unitChoices(
  context: ApiContext,
  { params: { id }, query, actor }: Asked<"listUnitChoices">,
): Promise<UnitChoices> {
  const { store, travelLaw: law } = context;
  const incident = incidentFor(actor, await readIncident(store.reader, id), id);
  const agencyId = agencyOfActor(actor) ?? query.agencyId;
  const units = await located(context, await listUnits(store.reader, agencyId ? { agencyId } : {}));
  const { road, fellBack } = await byRoad(context, units, incident);
  return { choices: rankUnits(units, { place: incident, hazard: incident.hazard, law, road }), fellBack, law };
}

/** Each unit with where it is taken to be, of all that the city knows. */
async function located({ store, clock, travelLaw: law }: ApiContext, units: readonly Unit[]): Promise<Located[]> {
  const ids = units.map(({ id }) => id);
  const scenes = new Map((await lastScenes(store.reader, ids)).map((scene) => [scene.unitId, scene]));
  const stations = new Map((await listStations(store)).map((station) => [station.id, station]));
  const now = clock.now();
  return units.map((unit) => {
    const station = stations.get(unit.stationId ?? "") ?? null;
    return { unit, at: whereabouts(unit, { station, scene: scenes.get(unit.id) ?? null, now, law }) };
  });
}

/** What the routing server says, where the city has one. Where it does not answer the straight line does, and it is said why. */
async function byRoad({ secondsTo, log }: ApiContext, units: Located[], to: Incident) {
  const road = new Map<string, number>();
  if (!secondsTo) return { road, fellBack: null };
  try {
    const seconds = await secondsTo(
      units.map(({ at }) => at),
      to,
    );
    for (const [i, { unit, at }] of units.entries()) {
      const taken = seconds[i];
      // a road from somewhere in a radius is none
      if (taken != null && at.unsureM === 0) road.set(unit.id, taken);
    }
    return { road, fellBack: null };
  } catch (error) {
    if (!isFailure(error)) throw error;
    log.warn({ err: error }, "travel times are by the straight line");
    return { road, fellBack: error.message };
  }
}
