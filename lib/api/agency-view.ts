import type { Incident } from "../contract/incident";
import { type Actor, agencyOfActor } from "../guard/actor";
import { visibleIncident } from "../guard/visible-incident";
import { found } from "./record";

/** The incident as this actor may see it; Failure `not-found` where an agency was not asked to it. */
export function incidentFor(actor: Actor, incident: Incident | null, id: string): Incident {
  const agency = agencyOfActor(actor);
  return found(incident && agency ? visibleIncident(incident, agency) : incident, "incident", id);
}
