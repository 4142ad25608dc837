import { z } from "zod";
import { Id, Lat, Lon, Ms, Text } from "./common";
import { Deadline } from "./deadline";
import { Hazard, Level } from "./level";

export const AssignmentState = z.enum([
  "requested",
  "accepted",
  "refused",
  "en-route",
  "arrived",
  "cleared",
  "cancelled",
]);
export type AssignmentState = z.infer<typeof AssignmentState>;

/** Who did it; null where it has not happened, and where another agency asks: names of its people are its own. */
const By = z.string().nullable();

/** One agency, or one of its units, asked to go to one incident, with its own state and times. */
export const Assignment = z.object({
  id: z.string(),
  incidentId: z.string(),
  agencyId: z.string(),
  unitId: z.string().nullable(),
  state: AssignmentState,
  note: z.string().nullable(),
  /** The agency's own grade of the request, as 112 code 1. */
  code: z.string().nullable(),
  reason: z.string().nullable(),
  requestedAt: Ms,
  requestedBy: z.string(),
  /** When it reached the agency: an open console, a webhook that said yes, or an answer; and through whom. */
  receivedAt: Ms.nullable(),
  receivedBy: By,
  /** When a person of the agency opened it. */
  seenAt: Ms.nullable(),
  seenBy: By,
  acceptedAt: Ms.nullable(),
  acceptedBy: By,
  refusedAt: Ms.nullable(),
  refusedBy: By,
  /** When the agency named the unit that goes, or took the one that was asked for by name. */
  unitAt: Ms.nullable(),
  unitBy: By,
  enRouteAt: Ms.nullable(),
  enRouteBy: By,
  arrivedAt: Ms.nullable(),
  arrivedBy: By,
  /** How far from the incident's place its unit was when it reported its arrival, m; null where it was near, or nobody knows. */
  farM: z.number().int().nullable(),
  clearedAt: Ms.nullable(),
  clearedBy: By,
  cancelledAt: Ms.nullable(),
  cancelledBy: By,
  /** By when each step is owed, in the order of the steps. */
  deadlines: z.array(Deadline),
});
export type Assignment = z.infer<typeof Assignment>;

/** Whether all agencies on the incident may know which unit goes, and where it is: from its agency's yes to its leaving. */
export function sharesUnit({ state }: Pick<Assignment, "state">): boolean {
  return state === "accepted" || state === "en-route" || state === "arrived";
}

/** The steps that an agency answers with. */
export const AssignmentStep = z.enum(["accept", "refuse", "en-route", "arrive", "clear"]);
export type AssignmentStep = z.infer<typeof AssignmentStep>;

/** What an agency may answer next, for screens; lib/dispatch decides. None: the assignment is over. */
export const nextSteps: Record<AssignmentState, AssignmentStep[]> = {
  requested: ["accept", "refuse"],
  accepted: ["en-route"],
  "en-route": ["arrive"],
  arrived: ["clear"],
  refused: [],
  cleared: [],
  cancelled: [],
};

export const TimelineEntry = z.object({
  id: z.number().int(),
  incidentId: z.string(),
  at: Ms,
  actor: z.string(),
  kind: z.string(),
  detail: z.record(z.string(), z.unknown()),
});
export type TimelineEntry = z.infer<typeof TimelineEntry>;

/** What somebody added to an incident: a picture, a document. */
export const IncidentFile = z.object({
  id: z.string(),
  name: z.string(),
  type: z.string(),
  bytes: z.number().int(),
  hash: z.string().describe("sha256 of the bytes, hex"),
  at: Ms,
  by: z.string(),
  agencyId: z.string().nullable(),
});
export type IncidentFile = z.infer<typeof IncidentFile>;

export const Incident = z.object({
  id: z.string(),
  title: z.string(),
  hazard: Hazard,
  level: Level,
  state: z.enum(["open", "closed"]),
  lat: Lat,
  lon: Lon,
  openedAt: Ms,
  openedBy: z.string(),
  closedAt: Ms.nullable(),
  closedBy: z.string().nullable(),
  cause: z.string().nullable(),
  alertIds: z.array(z.string()),
  assignments: z.array(Assignment),
  timeline: z.array(TimelineEntry),
  mergedInto: z.string().nullish().describe("the incident that took its alerts and requests over"),
  linkedIds: z.array(z.string()).optional().describe("incidents that have to do with it; operators see them"),
  files: z.array(IncidentFile).optional(),
});
export type Incident = z.infer<typeof Incident>;

export const NewIncident = z.object({ alertIds: z.array(Id).min(1).max(1000), title: Text.max(200).optional() });
export const NewAssignment = z.object({
  agencyId: Id,
  unitId: Id.nullable().default(null),
  note: Text.optional(),
  code: z.string().trim().min(1).max(20).optional(),
});
/** `console`: it reached an open screen of the agency. `person`: somebody opened it. */
export const ReceiptBody = z.object({ by: z.enum(["console", "person"]).default("person") });
/** To one agency on the incident, or (null) to all that are on it. The desk reads all. */
export const MessageBody = z.object({ to: Id.nullable().default(null), text: Text.min(1) });
/** The detail of a timeline entry of kind `message`. `from` null: the desk. */
export const MessageDetail = z.object({ from: z.string().nullable(), to: z.string().nullable(), text: z.string() });
export type MessageDetail = z.infer<typeof MessageDetail>;
export const StepBody = z.object({ reason: Text.optional(), unitId: Id.optional() });

export const Station = z.object({
  id: z.string(),
  agencyId: z.string(),
  name: z.object({ ko: z.string(), en: z.string() }),
  lat: Lat,
  lon: Lon,
});
export type Station = z.infer<typeof Station>;
export const Unit = z.object({
  id: z.string(),
  agencyId: z.string(),
  stationId: z.string().nullable(),
  name: z.object({ ko: z.string(), en: z.string() }),
  type: z.string(),
  lat: Lat,
  lon: Lon,
  positionAt: Ms,
  /** Its open assignments; none: the unit is free. */
  assignmentIds: z.array(z.string()),
});
export type Unit = z.infer<typeof Unit>;
