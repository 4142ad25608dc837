import { z } from "zod";
import { Alert, AlertState } from "./alert";
import { CityInfo, Health, PublicSummary } from "./city";
import { Id, Slug, Text } from "./common";
import { Device, DeviceChange, DeviceKey, NewDevice, Zone } from "./device";
import { Agency, Assignment, AssignmentStep, Incident, NewAssignment, NewIncident, Station, StepBody, Unit } from "./incident";
import { KindInfo } from "./kind";
import { AuditRow, Me, NewPerson, Person, PersonChange } from "./people";
import { Series } from "./reading";
import { defineRoutes } from "./route";
import { Rule, RuleBody } from "./rule";

const byId = z.object({ id: Id });
const ok = z.object({ ok: z.literal(true) });
const when = z.coerce.number().int();

/** The city's HTTP contract, once: lib/api serves it, lib/client calls it, OpenAPI is made of it. POST /readings and /auth stand apart. */
export const routes = defineRoutes({
  getCity: { method: "get", path: "/city", permission: "public", summary: "What city this is and what time it is there", answer: CityInfo },
  getPublicSummary: { method: "get", path: "/public/summary", permission: "public", summary: "Is there danger now, and where", answer: PublicSummary },
  listKinds: { method: "get", path: "/kinds", permission: "public", summary: "The kinds of devices", answer: z.object({ kinds: z.array(KindInfo) }) },
  getMe: { method: "get", path: "/me", permission: "self", summary: "Who is signed in", answer: Me },

  listDevices: {
    method: "get",
    path: "/devices",
    permission: "city.read",
    summary: "Devices with their latest values",
    query: z.object({ kind: z.string().optional(), zone: z.string().optional(), retired: z.stringbool().optional() }),
    answer: z.object({ devices: z.array(Device) }),
  },
  getDevice: { method: "get", path: "/devices/{id}", permission: "city.read", summary: "One device", params: byId, answer: Device },
  addDevice: { method: "post", path: "/devices", permission: "admin", summary: "Add a device; its key is shown once", body: NewDevice, answer: DeviceKey },
  changeDevice: { method: "patch", path: "/devices/{id}", permission: "admin", summary: "Rename, move or re-zone a device", params: byId, body: DeviceChange, answer: Device },
  rotateDeviceKey: { method: "post", path: "/devices/{id}/rotate-key", permission: "admin", summary: "A new key; the old one ends at once", params: byId, answer: DeviceKey },
  retireDevice: { method: "post", path: "/devices/{id}/retire", permission: "admin", summary: "Take a device out of service; its readings stay", params: byId, answer: Device },
  getSeries: {
    method: "get",
    path: "/devices/{id}/streams/{stream}/readings",
    permission: "city.read",
    summary: "Readings of a stream, thinned to points that keep every peak",
    params: z.object({ id: Id, stream: Slug }),
    query: z.object({ from: when, to: when, points: z.coerce.number().int().min(1).max(5000).default(500) }),
    answer: Series,
  },

  listZones: { method: "get", path: "/zones", permission: "city.read", summary: "Zones", answer: z.object({ zones: z.array(Zone) }) },
  putZone: { method: "put", path: "/zones/{id}", permission: "admin", summary: "Add or change a zone", params: byId, body: Zone.omit({ id: true }), answer: Zone },
  deleteZone: { method: "delete", path: "/zones/{id}", permission: "admin", summary: "Delete a zone that no device or rule names", params: byId, answer: ok },

  listRules: { method: "get", path: "/rules", permission: "city.read", summary: "Rules in force", answer: z.object({ rules: z.array(Rule) }) },
  listRuleVersions: { method: "get", path: "/rules/{id}/versions", permission: "city.read", summary: "Every version of a rule, newest first", params: byId, answer: z.object({ versions: z.array(Rule) }) },
  addRule: { method: "post", path: "/rules", permission: "admin", summary: "Add a rule", body: z.object({ id: Slug, rule: RuleBody }), answer: Rule },
  changeRule: {
    method: "put",
    path: "/rules/{id}",
    permission: "admin",
    summary: "A new version of a rule; refused with conflict if `version` is not the newest",
    params: byId,
    body: z.object({ version: z.number().int(), rule: RuleBody }),
    answer: Rule,
  },

  listAlerts: {
    method: "get",
    path: "/alerts",
    permission: "incidents.read",
    summary: "Alerts, newest first; an agency gets those of its own incidents",
    query: z.object({ state: AlertState.optional(), device: z.string().optional(), before: when.optional(), limit: z.coerce.number().int().min(1).max(1000).default(200) }),
    answer: z.object({ alerts: z.array(Alert) }),
  },
  acknowledgeAlert: { method: "post", path: "/alerts/{id}/acknowledge", permission: "alerts.handle", summary: "Somebody has seen it", params: byId, body: z.object({ note: Text.optional() }), answer: Alert },
  publishAlert: { method: "post", path: "/alerts/{id}/publish", permission: "alerts.handle", summary: "Show it to citizens, or take it back", params: byId, body: z.object({ published: z.boolean() }), answer: Alert },

  listIncidents: { method: "get", path: "/incidents", permission: "incidents.read", summary: "Incidents; an agency gets those it was asked to", query: z.object({ state: z.enum(["open", "closed"]).optional() }), answer: z.object({ incidents: z.array(Incident) }) },
  getIncident: { method: "get", path: "/incidents/{id}", permission: "incidents.read", summary: "One incident with its timeline", params: byId, answer: Incident },
  openIncident: { method: "post", path: "/incidents", permission: "incidents.handle", summary: "Open an incident from alerts", body: NewIncident, answer: Incident },
  addIncidentAlerts: { method: "post", path: "/incidents/{id}/alerts", permission: "incidents.handle", summary: "Add alerts to an incident", params: byId, body: z.object({ alertIds: z.array(Id).min(1).max(200) }), answer: Incident },
  noteIncident: { method: "post", path: "/incidents/{id}/notes", permission: "incidents.read", summary: "Write a note on the timeline", params: byId, body: z.object({ text: Text.min(1) }), answer: Incident },
  closeIncident: { method: "post", path: "/incidents/{id}/close", permission: "incidents.handle", summary: "Close it with its cause; refused while an assignment is open", params: byId, body: z.object({ cause: Text.min(1) }), answer: Incident },
  requestAssignment: { method: "post", path: "/incidents/{id}/assignments", permission: "incidents.handle", summary: "Ask an agency, or one of its units, to go", params: byId, body: NewAssignment, answer: Assignment },
  cancelAssignment: { method: "post", path: "/assignments/{id}/cancel", permission: "incidents.handle", summary: "Take a request back", params: byId, body: z.object({ reason: Text.min(1) }), answer: Assignment },
  stepAssignment: {
    method: "post",
    path: "/assignments/{id}/{step}",
    permission: "assignments.answer",
    summary: "The agency answers: accept, refuse (with a reason), en-route, arrive, clear",
    params: z.object({ id: Id, step: AssignmentStep }),
    body: StepBody,
    answer: Assignment,
  },
  listAgencies: { method: "get", path: "/agencies", permission: "incidents.read", summary: "Agencies and their stations", answer: z.object({ agencies: z.array(Agency), stations: z.array(Station) }) },
  listUnits: { method: "get", path: "/units", permission: "incidents.read", summary: "Units; an agency gets its own", answer: z.object({ units: z.array(Unit) }) },

  listPeople: { method: "get", path: "/people", permission: "admin", summary: "People and their roles", answer: z.object({ people: z.array(Person) }) },
  addPerson: { method: "post", path: "/people", permission: "admin", summary: "Add a person", body: NewPerson, answer: Person },
  changePerson: { method: "patch", path: "/people/{id}", permission: "admin", summary: "Change a role, or disable a log-in and end its sessions", params: byId, body: PersonChange, answer: Person },
  listAudit: {
    method: "get",
    path: "/audit",
    permission: "admin",
    summary: "Who did what, newest first",
    query: z.object({ before: when.optional(), subject: z.string().optional(), actor: z.string().optional(), limit: z.coerce.number().int().min(1).max(500).default(100) }),
    answer: z.object({ rows: z.array(AuditRow), more: z.boolean() }),
  },
  getHealth: { method: "get", path: "/health", permission: "city.read", summary: "The same as /api/health", answer: Health },
});

export type Routes = typeof routes;
export type RouteName = keyof Routes;
