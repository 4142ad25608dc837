import { Failure } from "../base/failure";
import type { Incident, TimelineEntry } from "../contract/incident";
import { assignmentKind, IncidentBrief } from "../contract/notice";
import { type Actor, actorName, displayName } from "../guard/actor";
import { writeAudit } from "../guard/audit";
import { addTimelineEntry } from "../store/incident/add-timeline-entry";
import { enqueue } from "../store/notice/enqueue";
import type { Tx } from "../store/open";
import type { ApiContext } from "./context";

/** What every entry is stamped with: the city's time, and ids. */
export type Stamp = Pick<ApiContext, "clock" | "newId">;

/** The same for one act: everything that it writes carries one instant. */
export function oneInstant({ clock, newId }: Stamp): Stamp {
  const at = clock.now();
  return { clock: { now: () => at }, newId };
}

/** One act for the record, in the transaction that does it. `subject` is `noun:id`, `action` is `noun.verb`. */
export async function record(
  tx: Tx,
  { clock }: Pick<Stamp, "clock">,
  actor: Actor,
  act: { action: string; subject: string; detail?: Record<string, unknown> },
): Promise<void> {
  await writeAudit(tx, { at: clock.now(), actor: actorName(actor), ...act });
}

/** One line of an incident's timeline, in the transaction of what it tells. */
export async function tell(
  tx: Tx,
  { clock }: Pick<Stamp, "clock">,
  actor: Actor,
  entry: Pick<TimelineEntry, "incidentId" | "kind" | "detail">,
): Promise<void> {
  await addTimelineEntry(tx, { at: clock.now(), actor: displayName(actor), ...entry });
}

/** Found, or Failure `not-found` with the noun in its sentence. */
export function found<T>(value: T | null | undefined, noun: string, id: string): T {
  if (value === null || value === undefined)
    throw new Failure("not-found", `There is no ${noun} "${id}". Check the id.`);
  return value;
}

/** Tells the agency that was asked where its assignment stands, in the transaction of the step. */
export async function announceAssignment(tx: Tx, context: Stamp, incident: Incident, id: string): Promise<void> {
  const assignment = incident.assignments.find((a) => a.id === id);
  if (!assignment) return;
  const data = { assignment, incident: IncidentBrief.parse(incident) };
  const [kind, to, subject] = [assignmentKind(assignment.state), assignment.agencyId, `assignment:${id}`];
  await enqueue(tx, { id: context.newId(), at: context.clock.now(), kind, subject, to, data });
}

/** Tells whoever asked for it that an incident was opened or closed, in the transaction that does it. */
export async function announceIncident(tx: Tx, context: Stamp, incident: Incident): Promise<void> {
  const kind = incident.state === "open" ? ("incident.opened" as const) : ("incident.closed" as const);
  const [subject, data] = [`incident:${incident.id}`, IncidentBrief.parse(incident)];
  await enqueue(tx, { id: context.newId(), at: context.clock.now(), kind, subject, to: null, data });
}
