import type { Notice } from "../../contract/notice";
import { Prisma } from "../generated/client";
import type { Tx } from "../open";

/**
 * Puts what happened into the outbox, in the transaction in which it happens: it leaves the house if and only if that is
 * committed. One row for each receiver that asked for the kind (and, where `to` names one, only for that one); none for nobody.
 */
export async function enqueue(tx: Tx, ...notices: Notice[]): Promise<void> {
  if (notices.length > 0) await tx.$executeRaw(enqueueSql(notices));
}

/** The statement of `enqueue`, for a batch. */
export function enqueueSql(notices: readonly Notice[]): Prisma.Sql {
  const rows = notices.map(({ id, kind, subject, data, at, to }) => [id, kind, subject, JSON.stringify(data), at, to]);
  return Prisma.sql`INSERT INTO "Notice"("id","kind","subject","data","at","receiver")
    SELECT e.value->>0, e.value->>1, e.value->>2, e.value->>3, e.value->>4, 'agency:' || w."agencyId"
    FROM "Webhook" w JOIN json_each(${JSON.stringify(rows)}) e
    WHERE coalesce(e.value->>5, w."agencyId") = w."agencyId"
    AND EXISTS (SELECT 1 FROM json_each(w."events") s WHERE s.value = e.value->>1) ORDER BY e.key
    ON CONFLICT DO NOTHING`;
}
