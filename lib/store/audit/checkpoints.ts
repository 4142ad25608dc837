import type { Tx } from "../open";
import { ms } from "../time";

/** The record as it stood: the hash of row `id`, signed (Ed25519, base64) over `id`, `at` and `hash`. `at` in UTC ms. */
export type Checkpoint = { id: number; at: number; hash: string; signature: string };

export async function addCheckpoint(tx: Tx, checkpoint: Checkpoint): Promise<void> {
  await tx.auditCheckpoint.create({ data: { ...checkpoint, at: BigInt(checkpoint.at) } });
}

/** The newest row of the record, and the newest row that a checkpoint covers (0: none). */
export async function recordEnd(db: Tx): Promise<{ id: number; hash: string; sealedUpTo: number }> {
  const row = await db.audit.findFirst({ orderBy: { id: "desc" }, select: { id: true, hash: true } });
  const sealed = await db.auditCheckpoint.findFirst({ orderBy: { id: "desc" }, select: { id: true } });
  return { id: row?.id ?? 0, hash: row?.hash ?? "", sealedUpTo: sealed?.id ?? 0 };
}

/** Every checkpoint, the oldest first. */
export async function listCheckpoints(db: Tx): Promise<Checkpoint[]> {
  const rows = await db.auditCheckpoint.findMany({ orderBy: { id: "asc" } });
  return rows.map((row) => ({ ...row, at: ms(row.at) }));
}
