import type { Assignment } from "../contract/incident";
import type { Level } from "../contract/level";
import { isOpen } from "../dispatch/assignment";
import { tightened } from "../dispatch/deadlines";
import type { Actor } from "../guard/actor";
import { putDeadlines } from "../store/deadline/put-deadlines";
import { readDeadlines } from "../store/deadline/read-deadlines";
import { readResponsePolicy } from "../store/deadline/response-policy";
import { putIncidentLevel } from "../store/incident/change-incident";
import type { Tx } from "../store/open";
import { tellLate } from "./late";
import { announceAssignment, record, type Stamp, tell } from "./record";
import { wholeIncident } from "./whole-incident";

/**
 * Puts an incident at `level`, and tightens what its open requests still owe where they were asked at a lower one
 * (docs/decisions/038), in the transaction of the act that raised it. False where it is not open.
 */
export async function raiseIncident(
  tx: Tx,
  stamp: Stamp,
  actor: Actor,
  { id, level }: { id: string; level: Level },
): Promise<boolean> {
  if (!(await putIncidentLevel(tx, id, level))) return false;
  const { assignments } = await wholeIncident(tx, id);
  for (const request of assignments.filter((a) => isOpen(a.state))) await tighten(tx, stamp, actor, { request, level });
  return true;
}

type Rise = { request: Assignment; level: Level };

async function tighten(tx: Tx, stamp: Stamp, actor: Actor, { request, level }: Rise): Promise<void> {
  const { id, incidentId, agencyId } = request;
  // what is past was missed by the old level
  await tellLate(tx, stamp, id);
  const [before, policy] = [await readDeadlines(tx, id), await readResponsePolicy(tx)];
  const after = tightened(before, { policy, level, now: stamp.clock.now(), reached: request });
  if (after.length === 0) return;
  await putDeadlines(tx, id, after);
  const was = new Map(before.map(({ step, dueAt }) => [step, dueAt]));
  const steps = after.map(({ step, dueAt }) => ({ step, dueAt, was: was.get(step) ?? null }));
  const detail = { assignmentId: id, agencyId, level, steps };
  await tell(tx, stamp, actor, { incidentId, kind: "tightened", detail });
  await record(tx, stamp, actor, {
    action: "deadline.tighten",
    subject: `assignment:${id}`,
    detail: { incidentId, ...detail },
  });
  await announceAssignment(tx, stamp, await wholeIncident(tx, incidentId), id);
}
