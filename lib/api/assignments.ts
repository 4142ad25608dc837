import { Failure, isFailure } from "../base/failure";
import { type Agency, codeFor } from "../contract/agency";
import type { Assignment, Incident } from "../contract/incident";
import { isOpen, nextAssignment, type Step, type StepGiven } from "../dispatch/assignment";
import { deadlinesFor } from "../dispatch/deadlines";
import { farArrivalM } from "../dispatch/far-arrival";
import { type Actor, displayName } from "../guard/actor";
import { getAgency } from "../store/agency/list-agencies";
import { addAssignment } from "../store/assignment/add-assignment";
import { markUnit } from "../store/assignment/mark-assignment";
import { stepAssignment } from "../store/assignment/step-assignment";
import { addDeadlines } from "../store/deadline/put-deadlines";
import { readResponsePolicy } from "../store/deadline/response-policy";
import type { Tx } from "../store/open";
import { listUnits } from "../store/unit/list-units";
import type { Asked, Handlers } from "./asked";
import type { ApiContext } from "./context";
import { beforeMove, markOf, movedOf, settle, told, unitOf } from "./moved";
import { announceAssignment, found, oneInstant, record, tell } from "./record";
import { closed, wholeIncident } from "./whole-incident";

type Names = "requestAssignment" | "cancelAssignment" | "stepAssignment";

export function assignmentHandlers(context: ApiContext): Pick<Handlers, Names> {
  return {
    requestAssignment: (asked) => request(context, asked),
    cancelAssignment: ({ params: { id }, body, actor }) => move(context, actor, id, "cancel", body),
    stepAssignment: ({ params: { id, step }, body, actor }) => move(context, actor, id, step, body),
  };
}

async function request(context: ApiContext, { params, body, actor }: Asked<"requestAssignment">): Promise<Assignment> {
  const [id, incidentId, note] = [context.newId(), params.id, body.note || null];
  const { agencyId, unitId } = body;
  const moved = await context.store.write(async (tx) => {
    const stamp = oneInstant(context);
    const incident = await wholeIncident(tx, incidentId);
    if (incident.state !== "open") throw closed;
    const agency = found(await getAgency(tx, agencyId), "agency", agencyId);
    const code = codeOf(agency, incident, body.code);
    if (unitId) await unitOf(tx, agencyId, unitId);
    checkNotAskedTwice(incident, agencyId, unitId);
    const [requestedAt, requestedBy] = [stamp.clock.now(), displayName(actor)];
    await addAssignment(tx, { id, incidentId, agencyId, unitId, note, code, requestedAt, requestedBy });
    await addDeadlines(tx, id, deadlinesFor(await readResponsePolicy(tx), incident.level, requestedAt));
    const detail = { assignmentId: id, agencyId, unitId, note, ...(code !== null && { code }) };
    await tell(tx, stamp, actor, { incidentId, kind: "requested", detail });
    await record(tx, stamp, actor, {
      action: "assignment.request",
      subject: `assignment:${id}`,
      detail: { incidentId, ...detail },
    });
    const moved = await movedOf(tx, incidentId, unitId);
    await announceAssignment(tx, stamp, moved.incident, id);
    return moved;
  });
  return told(context, moved, id);
}

async function move(context: ApiContext, actor: Actor, id: string, step: Step, given: StepGiven): Promise<Assignment> {
  const moved = await context.store.write(async (tx) => {
    const stamp = oneInstant(context);
    const before = await beforeMove(tx, stamp, actor, id);
    const next = nextAssignment(before.state, step, given);
    if (isFailure(next)) throw told409(next, before);
    const mark = markOf(stamp, actor);
    const reason = given.reason?.trim() || undefined;
    const unitId = step === "accept" ? await unitToGo(tx, before, given) : before.unitId;
    const farM = step === "arrive" ? await farOf(tx, before, mark.at) : undefined;
    if (!(await stepAssignment(tx, id, { ...next, from: before.state, ...mark, reason, farM })))
      throw new Failure("conflict", "Somebody answered at the same moment. Load it again.");
    if (step === "accept" && unitId) await markUnit(tx, id, unitId, mark);
    await settle(tx, id, mark, { step, unit: unitId !== null });
    const { incidentId, agencyId } = before;
    const detail = { assignmentId: id, agencyId, unitId, ...(reason && { reason }), ...(farM && { farM }) };
    await tell(tx, stamp, actor, { incidentId, kind: next.state, detail });
    await record(tx, stamp, actor, {
      action: `assignment.${step}`,
      subject: `assignment:${id}`,
      detail: { incidentId, ...detail },
    });
    const moved = await movedOf(tx, incidentId, unitId);
    await announceAssignment(tx, stamp, moved.incident, id);
    return moved;
  });
  return told(context, moved, id);
}

/** The unit that an agency sends when it accepts; a unit that was asked for by name stays. */
async function unitToGo(tx: Tx, before: Assignment, given: StepGiven): Promise<string | null> {
  if (!given.unitId || given.unitId === before.unitId) return before.unitId;
  if (before.unitId)
    throw new Failure("conflict", "A unit was asked for by name. Refuse with a reason if another one should go.");
  return (await unitOf(tx, before.agencyId, given.unitId)).id;
}

/** Who comes too late is told who was first, and when. */
function told409(failure: Failure, before: Assignment): Failure {
  if (failure.code !== "conflict") return failure;
  const { state } = before;
  const last = {
    requested: [before.requestedAt, before.requestedBy],
    accepted: [before.acceptedAt, before.acceptedBy],
    refused: [before.refusedAt, before.refusedBy],
    "en-route": [before.enRouteAt, before.enRouteBy],
    arrived: [before.arrivedAt, before.arrivedBy],
    cleared: [before.clearedAt, before.clearedBy],
    cancelled: [before.cancelledAt, before.cancelledBy],
  }[state];
  const [at, by] = last;
  return new Failure("conflict", by ? `${failure.message} Last step by ${by}.` : failure.message, { state, at, by });
}

/** How far from the incident the unit is that says it is there, m; undefined where it is near, or nobody knows. */
async function farOf(tx: Tx, { incidentId, unitId }: Assignment, now: number): Promise<number | undefined> {
  const unit = unitId ? (await listUnits(tx, { id: unitId }))[0] : undefined;
  return (unit && farArrivalM(unit, await wholeIncident(tx, incidentId), now)) ?? undefined;
}

function checkNotAskedTwice({ assignments }: Incident, agencyId: string, unitId: string | null): void {
  const same = assignments.find((a) => a.agencyId === agencyId && a.unitId === unitId && isOpen(a.state));
  if (same && (unitId !== null || same.state === "requested"))
    throw new Failure(
      "conflict",
      `${unitId ?? agencyId} is asked to this incident already. Wait for the answer, or take it back.`,
    );
}

/** The agency's own grade of a request: what was said, if it has such a code, else that of the incident's level. */
function codeOf(agency: Agency, { level }: Incident, asked: string | undefined): string | null {
  if (asked === undefined) return codeFor(agency, level);
  if (agency.codes.some(({ code }) => code === asked)) return asked;
  throw new Failure("invalid", `The agency "${agency.id}" has no code "${asked}". Take one of its own, or none.`);
}
