import { Failure, isFailure } from "../base/failure";
import type { Assignment, Incident, Unit } from "../contract/incident";
import { isOpen, nextAssignment, type Step, type StepGiven } from "../dispatch/assignment";
import { type Actor, agencyOfActor, displayName } from "../guard/actor";
import { agencyExists } from "../store/agency/agency-exists";
import { addAssignment } from "../store/assignment/add-assignment";
import { getAssignment, stepAssignment } from "../store/assignment/step-assignment";
import type { Tx } from "../store/open";
import { listUnits } from "../store/unit/list-units";
import type { Asked, Handlers } from "./asked";
import type { ApiContext } from "./context";
import { closed, wholeIncident } from "./incidents";
import { announceAssignment, found, record, tell } from "./record";

type Names = "requestAssignment" | "cancelAssignment" | "stepAssignment";

export function assignmentHandlers(context: ApiContext): Pick<Handlers, Names> {
  return {
    requestAssignment: (asked) => request(context, asked),
    cancelAssignment: ({ params: { id }, body, actor }) => move(context, actor, id, "cancel", body),
    stepAssignment: ({ params: { id, step }, body, actor }) => move(context, actor, id, step, body),
  };
}

type Moved = { incident: Incident; units: Unit[] };

async function request(context: ApiContext, { params, body, actor }: Asked<"requestAssignment">): Promise<Assignment> {
  const [id, incidentId, note] = [context.newId(), params.id, body.note || null];
  const { agencyId, unitId } = body;
  const moved = await context.store.write(async (tx) => {
    const incident = await wholeIncident(tx, incidentId);
    if (incident.state !== "open") throw closed;
    if (!(await agencyExists(tx, agencyId))) found(null, "agency", agencyId);
    if (unitId) await unitOf(tx, agencyId, unitId);
    checkNotAskedTwice(incident, agencyId, unitId);
    const requestedBy = displayName(actor);
    await addAssignment(tx, { id, incidentId, agencyId, unitId, note, requestedAt: context.clock.now(), requestedBy });
    const detail = { assignmentId: id, agencyId, unitId, note };
    await tell(tx, context, actor, { incidentId, kind: "requested", detail });
    await record(tx, context, actor, {
      action: "assignment.request",
      subject: `assignment:${id}`,
      detail: { incidentId, ...detail },
    });
    const moved = await movedOf(tx, incidentId, unitId);
    await announceAssignment(tx, context, moved.incident, id);
    return moved;
  });
  return told(context, moved, id);
}

async function move(context: ApiContext, actor: Actor, id: string, step: Step, given: StepGiven): Promise<Assignment> {
  const moved = await context.store.write(async (tx) => {
    const before = found(await getAssignment(tx, id), "assignment", id);
    const agency = agencyOfActor(actor);
    if (agency && agency !== before.agencyId) found(null, "assignment", id);
    const next = nextAssignment(before.state, step, given);
    if (isFailure(next)) throw next;
    const reason = given.reason?.trim() || undefined;
    const unitId = await unitToGo(tx, before, given);
    const write = { ...next, from: before.state, at: context.clock.now(), reason, unitId };
    if (!(await stepAssignment(tx, id, write)))
      throw new Failure("conflict", "Somebody answered at the same moment. Load it again.");
    const { incidentId, agencyId } = before;
    const detail = { assignmentId: id, agencyId, unitId: unitId ?? before.unitId, ...(reason && { reason }) };
    await tell(tx, context, actor, { incidentId, kind: next.state, detail });
    await record(tx, context, actor, {
      action: `assignment.${step}`,
      subject: `assignment:${id}`,
      detail: { incidentId, ...detail },
    });
    const moved = await movedOf(tx, incidentId, detail.unitId);
    await announceAssignment(tx, context, moved.incident, id);
    return moved;
  });
  return told(context, moved, id);
}

/** The unit that an agency sends when it accepts; a unit that was asked for by name stays. */
async function unitToGo(
  tx: Tx,
  before: Pick<Assignment, "agencyId" | "unitId">,
  given: StepGiven,
): Promise<string | undefined> {
  if (!given.unitId || given.unitId === before.unitId) return undefined;
  if (before.unitId)
    throw new Failure("conflict", "A unit was asked for by name. Refuse with a reason if another one should go.");
  return (await unitOf(tx, before.agencyId, given.unitId)).id;
}

async function unitOf(tx: Tx, agencyId: string, id: string): Promise<Unit> {
  return found((await listUnits(tx, { id, agencyId }))[0], "unit of this agency", id);
}

function checkNotAskedTwice({ assignments }: Incident, agencyId: string, unitId: string | null): void {
  const same = assignments.find((a) => a.agencyId === agencyId && a.unitId === unitId && isOpen(a.state));
  if (same && (unitId !== null || same.state === "requested"))
    throw new Failure(
      "conflict",
      `${unitId ?? agencyId} is asked to this incident already. Wait for the answer, or take it back.`,
    );
}

async function movedOf(tx: Tx, incidentId: string, unitId: string | null): Promise<Moved> {
  return { incident: await wholeIncident(tx, incidentId), units: unitId ? await listUnits(tx, { id: unitId }) : [] };
}

async function told(context: ApiContext, { incident, units }: Moved, id: string): Promise<Assignment> {
  await context.changed({ incidents: [incident], units });
  return found(
    incident.assignments.find((a) => a.id === id),
    "assignment",
    id,
  );
}
