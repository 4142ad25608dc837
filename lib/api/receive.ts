import { Failure } from "../base/failure";
import type { Assignment } from "../contract/incident";
import { isOpen } from "../dispatch/assignment";
import type { Actor } from "../guard/actor";
import { type Mark, markReceived, markSeen, markUnit } from "../store/assignment/mark-assignment";
import type { Tx } from "../store/open";
import type { Asked, Handlers } from "./asked";
import type { ApiContext } from "./context";
import { beforeMove, markOf, movedOf, settle, told, unitOf } from "./moved";
import { oneInstant, record, type Stamp, tell } from "./record";

export function receiptHandlers(context: ApiContext): Pick<Handlers, "receiveAssignment" | "assignUnit"> {
  return {
    receiveAssignment: (asked) => receive(context, asked),
    assignUnit: (asked) => assignUnit(context, asked),
  };
}

async function receive(context: ApiContext, { params: { id }, body, actor }: Asked<"receiveAssignment">) {
  const answer = await context.store.write(async (tx) => {
    const stamp = oneInstant(context);
    const before = await beforeMove(tx, stamp, actor, id);
    const news = await markReceipt(tx, stamp, { assignment: before, actor, by: body.by });
    return news ? movedOf(tx, before.incidentId, before.unitId) : before;
  });
  return "incident" in answer ? told(context, answer, id) : answer;
}

type Receipt = { assignment: Assignment; actor: Actor; by: "console" | "person" | "webhook" };

/** Marks, once each, that a request has reached its agency and that a person has opened it; false where both is known. */
export async function markReceipt(tx: Tx, stamp: Stamp, { assignment, actor, by }: Receipt): Promise<boolean> {
  const { id, incidentId, agencyId } = assignment;
  if (!isOpen(assignment.state)) return false;
  const mark = markOf(stamp, actor);
  const detail = { assignmentId: id, agencyId, by };
  const kinds: ("received" | "seen")[] = [];
  if (await markReceived(tx, id, mark)) kinds.push("received");
  if (by === "person" && (await markSeen(tx, id, mark))) kinds.push("seen");
  if (kinds.includes("received")) await settle(tx, id, mark, { step: "receive", unit: false });
  for (const kind of kinds) {
    await tell(tx, stamp, actor, { incidentId, kind, detail });
    const action = kind === "received" ? "assignment.receive" : "assignment.see";
    await record(tx, stamp, actor, { action, subject: `assignment:${id}`, detail: { incidentId, ...detail } });
  }
  return kinds.length > 0;
}

async function assignUnit(context: ApiContext, { params: { id }, body, actor }: Asked<"assignUnit">) {
  const moved = await context.store.write(async (tx) => {
    const stamp = oneInstant(context);
    const before = await beforeMove(tx, stamp, actor, id);
    const { incidentId, agencyId } = before;
    const { id: unitId } = await unitOf(tx, agencyId, body.unitId);
    const mark: Mark = markOf(stamp, actor);
    if (before.state === "requested" || !isOpen(before.state)) throw notNow(before);
    if (!(await markUnit(tx, id, unitId, mark))) throw hasUnit(before);
    await settle(tx, id, mark, { step: "unit", unit: true });
    const detail = { assignmentId: id, agencyId, unitId };
    await tell(tx, stamp, actor, { incidentId, kind: "unit-assigned", detail });
    const act = { action: "assignment.unit", subject: `assignment:${id}`, detail: { incidentId, ...detail } };
    await record(tx, stamp, actor, act);
    return movedOf(tx, incidentId, unitId);
  });
  return told(context, moved, id);
}

function notNow({ state }: Assignment): Failure {
  const what = state === "requested" ? "Accept the request first, with the unit." : "Nobody goes to it any more.";
  return new Failure("conflict", `This request is ${state}. ${what}`, { state });
}

function hasUnit({ unitId, unitBy, unitAt }: Assignment): Failure {
  const who = unitBy ? `${unitBy} has named` : "The control room asked for";
  const detail = { unitId, by: unitBy, at: unitAt };
  return new Failure("conflict", `${who} the unit "${unitId}" already. Load the request again.`, detail);
}
