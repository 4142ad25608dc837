import type { PrismaClient } from "../generated/client";

export type SceneRow = { unitId: string; lat: number; lon: number; at: number };

/**
 * Of each unit the last incident at which its crew said that it was, and when it was last there (cleared, or else arrived), UTC ms. An arrival
 * that its own position spoke against is none.
 */
export async function lastScenes(reader: PrismaClient, unitIds: readonly string[]): Promise<SceneRow[]> {
  // SQLite takes the bare columns from the row that has the max
  return reader.$queryRaw<SceneRow[]>`
    SELECT a."unitId" AS "unitId", i."lat" AS "lat", i."lon" AS "lon",
      CAST(max(coalesce(a."clearedAt", a."arrivedAt")) AS REAL) AS "at"
    FROM json_each(${JSON.stringify(unitIds)}) u
      JOIN "Assignment" a ON a."unitId" = u.value JOIN "Incident" i ON i."id" = a."incidentId"
    WHERE a."arrivedAt" IS NOT NULL AND a."farM" IS NULL
    GROUP BY a."unitId"`;
}
