import type { DeadNotice } from "../../contract/notice";
import type { Tx } from "../open";
import { ms } from "../time";

const AGENCY = "agency:";
const anew = { state: "pending", attempts: 0, refusals: 0, firstTriedAt: null, nextAttemptAt: null };

/** Notices to agencies that were given up, newest first. `before` is a seq. */
export async function deadNotices(
  db: Tx,
  asked: { before?: number | undefined; limit: number },
): Promise<DeadNotice[]> {
  const { before, limit: take } = asked;
  const where = {
    state: "dead",
    receiver: { startsWith: AGENCY },
    ...(before !== undefined && { seq: { lt: before } }),
  };
  const rows = await db.notice.findMany({ where, orderBy: { seq: "desc" }, take });
  return rows.map(({ seq, id, kind, subject, receiver, at, attempts, lastError }) => ({
    ...{ seq, id, kind, subject, attempts, lastError, at: ms(at) },
    agencyId: receiver.slice(AGENCY.length),
  }));
}

/** Lets a notice that was given up wait again, in its old place; its receiver, or null where it was not given up. */
export async function reviveNotice(tx: Tx, seq: number): Promise<string | null> {
  const row = await tx.notice.findFirst({ where: { seq, state: "dead", receiver: { startsWith: AGENCY } } });
  if (row) await tx.notice.update({ where: { seq }, data: anew });
  return row?.receiver ?? null;
}

/** The same for all that a receiver did not get; how many they were. */
export async function reviveAll(tx: Tx, receiver: string): Promise<number> {
  return (await tx.notice.updateMany({ where: { state: "dead", receiver }, data: anew })).count;
}

/** Gives up all that waits for a receiver. */
export async function giveUpAll(tx: Tx, receiver: string, lastError: string): Promise<void> {
  await tx.notice.updateMany({ where: { state: "pending", receiver }, data: { state: "dead", lastError } });
}
