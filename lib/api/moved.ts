import type { Assignment, Incident, Unit } from "../contract/incident";
import type { Step } from "../dispatch/assignment";
import { endedBy } from "../dispatch/deadlines";
import { type Actor, agencyOfActor, displayName } from "../guard/actor";
import { type Mark, markReceived, markSeen } from "../store/assignment/mark-assignment";
import { getAssignment } from "../store/assignment/step-assignment";
import { endDeadlines } from "../store/deadline/put-deadlines";
import type { Tx } from "../store/open";
import { listUnits } from "../store/unit/list-units";
import type { ApiContext } from "./context";
import { tellLate } from "./late";
import { found, type Stamp } from "./record";
import { wholeIncident } from "./whole-incident";

/** What a step of an assignment changed, for the screens. */
export type Moved = { incident: Incident; units: Unit[] };

/**
 * An assignment about to be moved, as it stands, with what was late of it told first. Failure `not-found` where it is another
 * agency's.
 */
export async function beforeMove(tx: Tx, context: Stamp, actor: Actor, id: string): Promise<Assignment> {
  const before = found(await getAssignment(tx, id), "assignment", id);
  const agency = agencyOfActor(actor);
  if (agency && agency !== before.agencyId) found(null, "assignment", id);
  await tellLate(tx, context, id);
  return before;
}

/** Marks what follows from an agency's act: who answers has received and opened the request; deadlines end. */
export async function settle(
  tx: Tx,
  id: string,
  mark: Mark,
  { step, unit }: { step: Step | "receive" | "unit"; unit: boolean },
): Promise<void> {
  if (step !== "cancel") await markReceived(tx, id, mark);
  if (step !== "cancel" && step !== "receive") await markSeen(tx, id, mark);
  const { met, dropped } = endedBy(step, unit);
  await endDeadlines(tx, id, { steps: met, state: "met", at: mark.at });
  await endDeadlines(tx, id, { steps: dropped, state: "dropped", at: mark.at });
}

export function markOf({ clock }: Pick<Stamp, "clock">, actor: Actor): Mark {
  return { at: clock.now(), by: displayName(actor) };
}

export async function unitOf(tx: Tx, agencyId: string, id: string): Promise<Unit> {
  return found((await listUnits(tx, { id, agencyId }))[0], "unit of this agency", id);
}

export async function movedOf(tx: Tx, incidentId: string, unitId: string | null): Promise<Moved> {
  return { incident: await wholeIncident(tx, incidentId), units: unitId ? await listUnits(tx, { id: unitId }) : [] };
}

/** Tells the screens, and gives the assignment as it is now. */
export async function told(context: ApiContext, { incident, units }: Moved, id: string): Promise<Assignment> {
  await context.changed({ incidents: [incident], units });
  return found(
    incident.assignments.find((a) => a.id === id),
    "assignment",
    id,
  );
}
