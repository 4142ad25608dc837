import { insideRing, type Place } from "../base/geo";
import { type Agency, type AgencyChoice, type AgencyReason, codeFor } from "../contract/agency";
import type { Zone } from "../contract/device";
import type { Hazard, Level } from "../contract/level";

export type AgencyFacts = {
  hazard: Hazard;
  level: Level;
  place: Place;
  zones: readonly Zone[];
  /** Zones of the devices whose alerts made the incident: a purpose without an outline is an area too. */
  zoneIds: readonly string[];
};

const ORDER: readonly AgencyReason[] = ["here", "city", "other-area", "other-work"];

/** Agencies in the order to ask them: whose area this is and who is made for the hazard, who is so everywhere, then the others. */
export function whichAgencies(agencies: readonly Agency[], facts: AgencyFacts): AgencyChoice[] {
  const here = zonesHere(facts);
  return agencies.map((agency) => choiceOf(agency, facts, here)).sort(inAskingOrder);
}

/** Orders choices by their reason alone. */
export function inAskingOrder(a: AgencyChoice, b: AgencyChoice): number {
  return ORDER.indexOf(a.reason) - ORDER.indexOf(b.reason);
}

/** Every zone that the place lies in, by outline or by its devices, and the purposes of those. */
function zonesHere({ place, zones, zoneIds }: AgencyFacts): ReadonlySet<string> {
  const inside = zones.filter(
    ({ id, geometry }) => zoneIds.includes(id) || (geometry && insideRing(place, geometry.coordinates[0] ?? [])),
  );
  return new Set([...zoneIds, ...inside.flatMap(({ id, purpose }) => [id, purpose])]);
}

function choiceOf(agency: Agency, { hazard, level }: AgencyFacts, here: ReadonlySet<string>): AgencyChoice {
  const zone = agency.zones.find((id) => here.has(id)) ?? null;
  const reason = reasonOf(agency, hazard, zone);
  const suggested = reason === "here" || reason === "city";
  return { agencyId: agency.id, suggested, reason, zone, code: codeFor(agency, level) };
}

function reasonOf({ hazards, zones }: Agency, hazard: Hazard, zone: string | null): AgencyReason {
  if (!hazards.includes(hazard)) return "other-work";
  if (zones.length === 0) return "city";
  return zone === null ? "other-area" : "here";
}
