import type { Tx } from "../open";
import { big } from "../time";
import type { Closing } from "./change-incident";

type Move = { from: string; into: string };

/** Moves alerts that are in `from`; how many it got. Fewer than given: somebody was faster. */
export async function moveAlerts(tx: Tx, ids: readonly string[], { from, into }: Move): Promise<number> {
  const where = { id: { in: [...ids] }, incidentId: from };
  return (await tx.alert.updateMany({ where, data: { incidentId: into } })).count;
}

/** The same for assignments, whatever state they are in. */
export async function moveAssignments(tx: Tx, ids: readonly string[], { from, into }: Move): Promise<number> {
  const where = { id: { in: [...ids] }, incidentId: from };
  return (await tx.assignment.updateMany({ where, data: { incidentId: into } })).count;
}

/** Closes an incident that went up in another one; false where it is not open. */
export async function closeMerged(tx: Tx, { from, into }: Move, { at, by, cause }: Closing): Promise<boolean> {
  const data = { state: "closed", closedAt: big(at), closedBy: by, cause, mergedInto: into };
  return (await tx.incident.updateMany({ where: { id: from, state: "open" }, data })).count > 0;
}

/** Each pair is written once, whichever side it was said from. */
const pairOf = (one: string, other: string) => (one < other ? { a: one, b: other } : { a: other, b: one });

/** False where they were linked already. */
export async function putLink(tx: Tx, one: string, other: string): Promise<boolean> {
  const pair = pairOf(one, other);
  if ((await tx.incidentLink.count({ where: pair })) > 0) return false;
  await tx.incidentLink.create({ data: pair });
  return true;
}

/** False where they were not linked. */
export async function dropLink(tx: Tx, one: string, other: string): Promise<boolean> {
  return (await tx.incidentLink.deleteMany({ where: pairOf(one, other) })).count > 0;
}
