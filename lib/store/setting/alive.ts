import { Prisma } from "../generated/client";
import type { Store } from "../open";
import { readSetting } from "./settings";

const ALIVE_AT = "alive-at";

/** Writes up to when the city has run, UTC ms of its own clock; a statement of a batch. */
export function aliveSql(at: number): Prisma.Sql {
  return Prisma.sql`INSERT INTO "Setting"("key", "value") VALUES (${ALIVE_AT}, ${String(at)})
    ON CONFLICT("key") DO UPDATE SET "value" = excluded."value"`;
}

/** Up to when the city is known to have run; null where it never did. */
export async function readAlive(store: Store): Promise<number | null> {
  const text = await readSetting(store, ALIVE_AT);
  return text === null ? null : Number(text);
}
