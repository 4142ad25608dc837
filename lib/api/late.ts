import type { Deadline, LateStep } from "../contract/deadline";
import type { Assignment, Incident } from "../contract/incident";
import { IncidentBrief } from "../contract/notice";
import { due } from "../dispatch/deadlines";
import { nextAgency } from "../dispatch/next-agency";
import type { Actor } from "../guard/actor";
import { getAssignment } from "../store/assignment/step-assignment";
import { missDeadline, putLateSteps } from "../store/deadline/put-deadlines";
import { readDeadlines } from "../store/deadline/read-deadlines";
import { readResponsePolicy } from "../store/deadline/response-policy";
import { enqueue } from "../store/notice/enqueue";
import type { Tx } from "../store/open";
import { listUnits } from "../store/unit/list-units";
import { choicesFor } from "./agency-choices";
import { found, record, type Stamp, tell } from "./record";
import { wholeIncident } from "./whole-incident";

const keeper: Actor = { type: "system", name: "deadlines" };

type Late = { tx: Tx; stamp: Stamp; assignment: Assignment; incident: Incident };

/**
 * Tells what has fallen due of one request, in the transaction that finds it: each miss and each step because of it once, on the
 * timeline, in the record and in the outbox. A verb asks this first, so that a step that comes late is late. False: nothing was due.
 */
export async function tellLate(tx: Tx, stamp: Stamp, assignmentId: string): Promise<boolean> {
  const now = stamp.clock.now();
  const deadlines = await readDeadlines(tx, assignmentId);
  if (!deadlines.some((d) => d.state === "open" && d.dueAt <= now)) return false;
  const { missed, late } = due(deadlines, now, await readResponsePolicy(tx));
  if (missed.length === 0 && !late) return false;
  const assignment = found(await getAssignment(tx, assignmentId), "assignment", assignmentId);
  const all = { tx, stamp, assignment, incident: await wholeIncident(tx, assignment.incidentId) };
  for (const deadline of missed) await miss(all, deadline);
  if (late) await escalate(all, late.deadline, late.steps);
  return true;
}

async function miss(late: Late, deadline: Deadline): Promise<void> {
  const { tx, stamp, assignment } = late;
  if (!(await missDeadline(tx, assignment.id, deadline.step, stamp.clock.now()))) return;
  await write(late, "missed", "deadline.miss", { step: deadline.step, dueAt: deadline.dueAt });
  await remind(late, deadline);
}

async function escalate(
  late: Late,
  deadline: Deadline,
  steps: readonly Omit<LateStep, "agencyId" | "reason" | "zone">[],
): Promise<void> {
  const taken = steps.map(
    async (s): Promise<LateStep> => ({ ...s, ...(s.to === "next" ? await suggestion(late) : nobody) }),
  );
  const all = await Promise.all(taken);
  if (!(await putLateSteps(late.tx, late.assignment.id, deadline, [...deadline.escalations, ...all]))) return;
  for (const { to, dueAt, agencyId, reason } of all) {
    const said = { step: deadline.step, to, dueAt, ...(agencyId && { suggested: agencyId, why: reason }) };
    await write(late, "escalated", "assignment.escalate", said);
    if (to === "asked") await remind(late, deadline);
  }
}

const nobody: Pick<LateStep, "agencyId"> = { agencyId: null };

async function suggestion({ tx, incident }: Late): Promise<Pick<LateStep, "agencyId" | "reason" | "zone">> {
  const next = nextAgency(await choicesFor(tx, incident), await listUnits(tx), incident);
  return next ? { agencyId: next.agencyId, reason: next.reason, zone: next.zone } : nobody;
}

async function write(late: Late, kind: string, action: string, said: Record<string, unknown>): Promise<void> {
  const { tx, stamp, assignment } = late;
  const { id, incidentId, agencyId } = assignment;
  const detail = { assignmentId: id, agencyId, ...said };
  await tell(tx, stamp, keeper, { incidentId, kind, detail });
  await record(tx, stamp, keeper, { action, subject: `assignment:${id}`, detail: { incidentId, ...detail } });
}

/** Tells the agency itself, where it is told by webhook. */
async function remind({ tx, stamp, assignment, incident }: Late, { step, dueAt }: Deadline): Promise<void> {
  const data = { assignment, incident: IncidentBrief.parse(incident), step, dueAt };
  const [to, subject] = [assignment.agencyId, `assignment:${assignment.id}`];
  await enqueue(tx, { id: stamp.newId(), kind: "assignment.overdue", subject, at: stamp.clock.now(), to, data });
}
