import type { Incident } from "../contract/incident";
import type { Actor } from "../guard/actor";
import { visibleIncident } from "../guard/visible-incident";
import { found } from "./record";

/** The agency that somebody acts for; null for those who see the whole city. */
export function agencyOfActor(actor: Actor): string | null {
  if (actor.type === "anonymous" || actor.type === "system") return null;
  return actor.role === "police" || actor.role === "fire" ? (actor.agencyId ?? actor.role) : null;
}

/** The incident as this actor may see it; Failure `not-found` where an agency was not asked to it. */
export function incidentFor(actor: Actor, incident: Incident | null, id: string): Incident {
  const agency = agencyOfActor(actor);
  return found(incident && agency ? visibleIncident(incident, agency) : incident, "incident", id);
}
