import { filled } from "../base/filled";
import type { Alert } from "../contract/alert";
import type { Incident, Unit } from "../contract/incident";
import type { Delta } from "../contract/live";
import type { Room } from "../contract/viewer";
import { jointUnits, unitsFor, unitsLeft } from "./joint-units";

/** What an agency may see of an incident, or null; handed in by start (lib/guard decides). */
export type Visible = (incident: Incident, agencyId: string) => Incident | null;

export type Content = Omit<Delta, "cursor" | "now">;

/** What the rooms are cut from: every open or recent incident, alert and unit, and whether a device is kept from agencies. */
export type Sight = {
  incidents: ReadonlyMap<string, Incident>;
  alerts: ReadonlyMap<string, Alert>;
  units: ReadonlyMap<string, Unit>;
  hidden(deviceId: string): boolean;
  visible: Visible;
};

/** The part of a change that a room may see; null where nothing is left. */
export function partFor(room: Room, content: Content, sight: Sight): Content | null {
  if (room === "public") return some({ summary: content.summary });
  if (room === "staff") return some({ ...content, summary: undefined });
  return some(agencyPart(room.slice("agency:".length), content, sight));
}

function agencyPart(agency: string, content: Content, sight: Sight): Content {
  const incidents = content.incidents?.map((i) => sight.visible(i, agency)).filter((i) => i !== null);
  const incidentsGone = content.incidents
    ?.filter((i) => wasOn(i, agency) && !sight.visible(i, agency))
    .map((i) => i.id);
  const joint =
    content.units || content.moves || content.incidents ? jointUnits(agency, sight.incidents.values()) : none;
  return {
    values: content.values?.filter((v) => !sight.hidden(v[0])),
    states: content.states?.filter((s) => !sight.hidden(s[0])),
    links: content.links?.filter((l) => !sight.hidden(l.id)),
    devices: content.devices?.filter((d) => !sight.hidden(d.id)),
    devicesGone: content.devicesGone,
    zones: content.zones,
    zonesGone: content.zonesGone,
    alerts: agencyAlerts(agency, content.alerts ?? [], incidents ?? [], sight),
    incidents,
    incidentsGone,
    units: unitsFor(agency, content, sight.units, joint),
    unitsGone: [...(content.unitsGone ?? []), ...unitsLeft(agency, content, sight.units, joint)],
    moves: content.moves?.filter(([id]) => sight.units.get(id)?.agencyId === agency || joint.has(id)),
    warnings: content.warnings,
    feeds: content.feeds,
    // who else is on an incident has a name
    agencies: content.agencies,
    storage: content.storage,
  };
}

const none: ReturnType<typeof jointUnits> = new Map();

/** An agency whose requests were moved to another incident was on it, and is not any more. */
function wasOn(incident: Incident, agency: string): boolean {
  return incident.timeline.some((entry) => entry.detail.agencyId === agency);
}

/** Changed alerts of its incidents, and all alerts of an incident that has just changed: it may be new to the agency. */
function agencyAlerts(agency: string, changed: Alert[], incidents: Incident[], sight: Sight): Alert[] {
  const own = changed.filter((a) => alertVisible(a, agency, sight));
  const linked = incidents.flatMap((i) => i.alertIds).map((id) => sight.alerts.get(id));
  return [...new Set([...own, ...linked.filter((a) => a !== undefined)])];
}

/** An agency sees the alerts of the incidents that it is on. */
export function alertVisible(alert: Alert, agency: string, sight: Sight): boolean {
  const incident = alert.incidentId === null ? undefined : sight.incidents.get(alert.incidentId);
  return incident !== undefined && sight.visible(incident, agency) !== null;
}

function some(content: Content): Content | null {
  const parts = filled(content);
  return Object.keys(parts).length > 0 ? parts : null;
}
