import type { Store } from "../open";

/** Looked at in one step: a commit of readings waits no longer for it than for a few of its own rows. */
const STEP = 500;

/** Takes away delivered notices from before `delivered` and given-up ones from before `dead` (city clock), a few at a time. */
export async function forgetNotices(store: Store, before: { delivered: number; dead: number }): Promise<void> {
  await store.batch((w) => [
    w.$executeRaw`DELETE FROM "Notice" WHERE "seq" IN (SELECT "seq" FROM "Notice" ORDER BY "seq" LIMIT ${STEP})
      AND ("state" = 'delivered' AND "at" < ${before.delivered} OR "state" = 'dead' AND "at" < ${before.dead})`,
  ]);
}
