import type { UnitMove } from "../../contract/live";
import { Prisma } from "../generated/client";

/** Puts units where they are, in the commit of the readings that say so; a unit never goes back to where it was before. */
export function movesSql(moves: readonly UnitMove[]): Prisma.Sql {
  return Prisma.sql`UPDATE "Unit" SET "positionAt" = e.value->>1, "lat" = e.value->>2, "lon" = e.value->>3
    FROM json_each(${JSON.stringify(moves)}) e WHERE "Unit"."id" = e.value->>0 AND "Unit"."positionAt" < e.value->>1`;
}
