import type { Store } from "../open";
import { ms } from "../time";

/** What waits for a receiver and what was given up. */
export type NoticeCounts = { receiver: string; queue: number; dead: number };

/** For every receiver with something that waits or was given up. */
export async function countNotices(store: Store): Promise<NoticeCounts[]> {
  const rows = await store.reader.$queryRaw<{ receiver: string; queue: bigint; dead: bigint }[]>`
    SELECT "receiver", sum("state" = 'pending') AS "queue", sum("state" = 'dead') AS "dead" FROM "Notice"
    WHERE "state" IN ('pending', 'dead') GROUP BY "receiver"`;
  return rows.map((r) => ({ receiver: r.receiver, queue: Number(r.queue), dead: Number(r.dead) }));
}

/** Wall clock of the newest notice that a receiver took; null where it took none. */
export async function lastDelivery(store: Store, receiver: string): Promise<number | null> {
  const where = { state: "delivered", receiver };
  const row = await store.reader.notice.findFirst({ where, orderBy: { seq: "desc" }, select: { deliveredAt: true } });
  return row && ms(row.deliveredAt);
}
