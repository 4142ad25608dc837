import { Prisma } from "../generated/client";
import type { Store } from "../open";

/** How a try ended, as it is written down. Times are the wall's clock. */
export type Mark = {
  seq: number;
  state: "pending" | "delivered" | "dead";
  attempts: number;
  refusals: number;
  firstTriedAt: number;
  nextAttemptAt: number | null;
  deliveredAt: number | null;
  lastError: string | null;
};

/** Writes how tries ended, all in one statement. A notice that somebody took away meanwhile stays away. */
export async function settleNotices(store: Store, marks: readonly Mark[]): Promise<void> {
  if (marks.length === 0) return;
  await store.batch((w) => [w.$executeRaw(settleSql(marks))]);
}

/** The statement of `settleNotices`. The `+` keeps SQLite from walking all that waits for each mark: it holds the commits up meanwhile. */
export function settleSql(marks: readonly Mark[]): Prisma.Sql {
  return Prisma.sql`UPDATE "Notice" SET "state" = m.value->>'state', "attempts" = m.value->>'attempts',
    "refusals" = m.value->>'refusals', "firstTriedAt" = m.value->>'firstTriedAt',
    "nextAttemptAt" = m.value->>'nextAttemptAt', "deliveredAt" = m.value->>'deliveredAt', "lastError" = m.value->>'lastError'
    FROM json_each(${JSON.stringify(marks)}) m
    WHERE "Notice"."seq" = m.value->>'seq' AND +"Notice"."state" = 'pending'`;
}
