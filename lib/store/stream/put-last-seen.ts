import type { Store } from "../open";

/** [deviceId, lastSeenAt in UTC ms, status as JSON or null]: signs of life, written in bulk now and then, not at each frame. */
export async function putLastSeen(
  store: Store,
  seen: [id: string, at: number, status: string | null][],
): Promise<void> {
  await store.batch((w) => [
    w.$executeRaw`UPDATE "Device" SET "lastSeenAt" = e.value->>1, "status" = coalesce(e.value->>2, "status")
      FROM json_each(${JSON.stringify(seen)}) e WHERE "Device"."id" = e.value->>0`,
  ]);
}
