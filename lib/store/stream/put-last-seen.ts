import { Prisma } from "../generated/client";
import type { Store } from "../open";
import { aliveSql } from "../setting/alive";

/** Signs of life at `aliveAt`, a sign of life of the city itself. Times are the city's clock; `status` as JSON. */
export type SeenFacts = { aliveAt: number; devices: [id: string, at: number, status: string | null][] };

/** Written in bulk now and then, not at each frame. */
export async function putLastSeen(store: Store, seen: SeenFacts): Promise<void> {
  await store.batch((w) => seenSql(seen).map((statement) => w.$executeRaw(statement)));
}

/** The statements of `putLastSeen`, for a batch: what a rule remembers of a silence is stored with the sign of life that it is of. */
export function seenSql({ aliveAt, devices }: SeenFacts): Prisma.Sql[] {
  return [
    aliveSql(aliveAt),
    Prisma.sql`UPDATE "Device" SET "lastSeenAt" = e.value->>1, "status" = coalesce(e.value->>2, "status")
      FROM json_each(${JSON.stringify(devices)}) e WHERE "Device"."id" = e.value->>0`,
  ];
}
