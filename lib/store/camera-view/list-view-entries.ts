import type { ViewEntry, ViewQuery } from "../../contract/privacy";
import { Prisma } from "../generated/client";
import type { Tx } from "../open";

type Row = {
  id: bigint;
  at: bigint;
  actor: string;
  agencyId: string;
  refused: bigint;
  detail: string;
  endAt: bigint | null;
  end: string;
};
/** A refused try may have named no incident and no purpose. */
type Detail = Partial<Record<"cameraId" | "incidentId" | "purpose", string | null>> & { seconds?: number };
/** The entry after which a page begins, newest first. */
export type After = { at: number; id: number };

/** Views and refused tries out of the record, newest first, read by the index of what in it is about cameras. */
export async function listViewEntries(db: Tx, query: ViewQuery, limit: number, after?: After): Promise<ViewEntry[]> {
  const { from, to } = query;
  const page = after ? Prisma.sql`AND (v."at", v."id") < (${after.at}, ${after.id})` : Prisma.empty;
  const rows = await db.$queryRaw<Row[]>`
    SELECT a."id", a."at", a."actor", ${AGENCY} AS "agencyId", a."action" = 'camera.view.refused' AS "refused", a."detail",
      e."at" AS "endAt", e."detail" AS "end"
    FROM "CameraViewRow" AS v JOIN "Audit" AS a ON a."id" = v."id" LEFT JOIN "Audit" AS e ON e."id" = v."endId"
    WHERE v."at" >= ${from} AND v."at" < ${to} ${page} ${asked(query)}
    ORDER BY v."at" DESC, v."id" DESC LIMIT ${limit}`;
  return rows.map(entryOf);
}

/** A try of somebody who has not signed in is no agency's, and not the city's own. */
const AGENCY = Prisma.sql`iif(a."actor" = 'anonymous', 'anonymous', coalesce(a."detail" ->> 'agencyId', ''))`;

function asked({ camera, person, agency, purpose, incident, outcome, atLeastSeconds }: ViewQuery): Prisma.Sql {
  const named = Object.entries({ cameraId: camera, purpose, incidentId: incident });
  const parts = named.flatMap(([name, value]) =>
    value === undefined ? [] : [Prisma.sql`AND coalesce(a."detail" ->> ${name}, '') = ${value}`],
  );
  if (agency !== undefined) parts.push(Prisma.sql`AND ${AGENCY} = ${agency}`);
  if (person !== undefined) parts.push(Prisma.sql`AND a."actor" = ${person}`);
  if (outcome)
    parts.push(Prisma.sql`AND a."action" = ${outcome === "viewed" ? "camera.view.start" : "camera.view.refused"}`);
  if (atLeastSeconds) parts.push(Prisma.sql`AND e."detail" ->> 'seconds' >= ${atLeastSeconds}`);
  return parts.length > 0 ? Prisma.join(parts, " ") : Prisma.empty;
}

function entryOf({ id, at, actor, agencyId, refused, detail, endAt, end }: Row): ViewEntry {
  const { cameraId, incidentId, purpose } = JSON.parse(detail) as Detail;
  return {
    id: Number(id),
    at: Number(at),
    outcome: refused ? "refused" : "viewed",
    person: actor,
    cameraId: cameraId ?? "",
    incidentId: incidentId ?? "",
    purpose: purpose ?? "",
    agencyId,
    seconds: endAt === null ? null : ((JSON.parse(end) as Detail).seconds ?? null),
    endedAt: endAt === null ? null : Number(endAt),
  };
}
