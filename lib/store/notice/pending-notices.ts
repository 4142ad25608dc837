import type { Notice as Row } from "../generated/client";
import type { Store } from "../open";
import { ms } from "../time";

/** A notice that waits for its receiver. `at` and `expiresAt` are the city's clock, the others the wall's. */
export type WaitingNotice = {
  seq: number;
  id: string;
  kind: string;
  data: string;
  at: number;
  attempts: number;
  refusals: number;
  firstTriedAt: number | null;
  nextAttemptAt: number | null;
  expiresAt: number | null;
};

/** The oldest that wait for a receiver, in the order of their commits. */
export async function pendingNotices(store: Store, receiver: string, limit: number): Promise<WaitingNotice[]> {
  const where = { state: "pending", receiver };
  return (await store.reader.notice.findMany({ where, orderBy: { seq: "asc" }, take: limit })).map(waiting);
}

function waiting({ seq, id, kind, data, attempts, refusals, ...row }: Row): WaitingNotice {
  const times = { at: ms(row.at), firstTriedAt: ms(row.firstTriedAt), nextAttemptAt: ms(row.nextAttemptAt) };
  return { seq, id, kind, data, attempts, refusals, ...times, expiresAt: ms(row.expiresAt) };
}

/** Everybody for whom something waits. */
export async function waitingReceivers(store: Store): Promise<string[]> {
  const rows = await store.reader.$queryRaw<{ receiver: string }[]>`
    SELECT DISTINCT "receiver" FROM "Notice" WHERE "state" = 'pending'`;
  return rows.map((row) => row.receiver);
}

/** Who got something after `seq`, and up to where that looked. */
export async function receiversAfter(store: Store, seq: number): Promise<{ receivers: string[]; seq: number }> {
  const rows = await store.reader.$queryRaw<{ receiver: string; newest: bigint }[]>`
    SELECT "receiver", max("seq") AS "newest" FROM "Notice" WHERE "seq" > ${seq} GROUP BY "receiver"`;
  return { receivers: rows.map((r) => r.receiver), seq: Math.max(seq, ...rows.map((r) => Number(r.newest))) };
}

/** The place of the newest notice; 0 before the first. */
export async function newestSeq(store: Store): Promise<number> {
  return (await store.reader.notice.findFirst({ orderBy: { seq: "desc" }, select: { seq: true } }))?.seq ?? 0;
}
