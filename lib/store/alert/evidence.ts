import type { Evidence } from "../../contract/evidence";
import type { Store, Tx } from "../open";

/** Evidence as it is kept; `scene` is what the judge needs to judge it again (lib/analyze). */
export type KeptEvidence = { evidence: Evidence; scene: unknown };

export async function readEvidence(db: Tx, alertId: string): Promise<KeptEvidence | null> {
  const row = await db.alertEvidence.findUnique({ where: { alertId } });
  return row && (JSON.parse(row.data) as KeptEvidence);
}

/** Those of these alerts that have evidence. */
export async function withEvidence(store: Store, alertIds: readonly string[]): Promise<Set<string>> {
  const where = { alertId: { in: [...alertIds] } };
  const rows = await store.reader.alertEvidence.findMany({ where, select: { alertId: true } });
  return new Set(rows.map((row) => row.alertId));
}

/** Keeps the first evidence of each alert; what is there stays. */
export async function putEvidence(store: Store, kept: readonly KeptEvidence[]): Promise<void> {
  const rows = JSON.stringify(kept.map((k) => [k.evidence.alertId, k.evidence.collectedAt, JSON.stringify(k)]));
  await store.batch((w) => [
    w.$executeRaw`INSERT INTO "AlertEvidence"("alertId","collectedAt","data")
      SELECT e.value->>0, e.value->>1, e.value->>2 FROM json_each(${rows}) e WHERE true ON CONFLICT DO NOTHING`,
  ]);
}
