import type { Store, Tx } from "../open";
import { big } from "../time";

export type Mark = { at: number; by: string };

/** Marks that a request has reached its agency; false where that is known. */
export async function markReceived(tx: Tx, id: string, { at, by }: Mark): Promise<boolean> {
  const data = { receivedAt: big(at), receivedBy: by };
  return (await tx.assignment.updateMany({ where: { id, receivedAt: null }, data })).count > 0;
}

/** Marks that a person of the agency has opened it; false where that is known. */
export async function markSeen(tx: Tx, id: string, { at, by }: Mark): Promise<boolean> {
  return (
    (await tx.assignment.updateMany({ where: { id, seenAt: null }, data: { seenAt: big(at), seenBy: by } })).count > 0
  );
}

/** Marks which unit goes; false where one was named. The unit that was asked for by name stays. */
export async function markUnit(tx: Tx, id: string, unitId: string, { at, by }: Mark): Promise<boolean> {
  const where = { id, unitAt: null, OR: [{ unitId: null }, { unitId }] };
  const data = { unitId, unitAt: big(at), unitBy: by };
  return (await tx.assignment.updateMany({ where, data })).count > 0;
}

/** Requests that a webhook has taken and that are not marked as received yet. */
export async function takenByWebhook(store: Store): Promise<string[]> {
  const rows = await store.reader.$queryRaw<{ id: string }[]>`
    SELECT a."id" FROM "Assignment" a WHERE a."state" = 'requested' AND a."receivedAt" IS NULL AND EXISTS (
      SELECT 1 FROM "Notice" n WHERE n."state" = 'delivered' AND n."receiver" = 'agency:' || a."agencyId"
      AND n."kind" = 'assignment.requested' AND n."subject" = 'assignment:' || a."id")`;
  return rows.map((row) => row.id);
}
