import type { CameraView, ViewEnd, ViewPurpose } from "../../contract/camera";
import type { AssignmentState } from "../../contract/incident";
import type { CameraView as Row } from "../generated/client";
import type { Tx } from "../open";
import { big, ms } from "../time";

/** A view with whose it is. */
export type StoredView = Omit<CameraView, "person"> & { personId: string; actor: string; sessionId: string };

export async function addView(tx: Tx, view: StoredView): Promise<void> {
  await tx.cameraView.create({ data: { ...view, from: big(view.from), until: big(view.until), endedAt: null } });
}

export async function getView(db: Tx, id: string): Promise<StoredView | null> {
  const row = await db.cameraView.findUnique({ where: { id } });
  return row && viewOf(row);
}

/** Views that have not ended; of one person where given. */
export async function openViews(db: Tx, personId?: string): Promise<StoredView[]> {
  const where = { endedAt: null, ...(personId !== undefined && { personId }) };
  return (await db.cameraView.findMany({ where, orderBy: { from: "asc" } })).map(viewOf);
}

/** Ends a view at `at` (UTC ms); false where it has ended already. */
export async function endView(tx: Tx, id: string, at: number, end: ViewEnd): Promise<boolean> {
  return (await tx.cameraView.updateMany({ where: { id, endedAt: null }, data: { endedAt: big(at), end } })).count > 0;
}

/** False where it has ended already. */
export async function extendView(tx: Tx, id: string, until: number): Promise<boolean> {
  return (await tx.cameraView.updateMany({ where: { id, endedAt: null }, data: { until: big(until) } })).count > 0;
}

/** What a look at an incident rests on; null where there is no such incident. */
export async function groundsOf(
  db: Tx,
  incidentId: string,
  agencyId: string | null,
): Promise<{ open: boolean; asked: AssignmentState[] } | null> {
  const row = await db.incident.findUnique({
    where: { id: incidentId },
    select: {
      state: true,
      assignments: { where: agencyId === null ? { id: "" } : { agencyId }, select: { state: true } },
    },
  });
  return row && { open: row.state === "open", asked: row.assignments.map((a) => a.state as AssignmentState) };
}

/** Whether a session still stands at `now` (wall clock, UTC ms). */
export async function sessionStands(db: Tx, id: string, now: number): Promise<boolean> {
  return (await db.session.count({ where: { id, expiresAt: { gt: new Date(now) } } })) > 0;
}

function viewOf({ from, until, endedAt, purpose, end, ...row }: Row): StoredView {
  return {
    ...row,
    purpose: purpose as ViewPurpose,
    end: end as ViewEnd | null,
    from: ms(from),
    until: ms(until),
    endedAt: ms(endedAt),
  };
}
