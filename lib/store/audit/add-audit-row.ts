import type { Tx } from "../open";

export type NewAuditRow = { at: number; actor: string; action: string; subject: string; detail: string; hash: string };

/** Rows in the order in which they were done. */
export async function addAuditRows(tx: Tx, rows: readonly NewAuditRow[]): Promise<void> {
  await tx.audit.createMany({ data: rows.map((row) => ({ ...row, at: BigInt(row.at) })) });
}

/** Hash of the newest row; empty before the first. */
export async function lastAuditHash(tx: Tx): Promise<string> {
  return (await tx.audit.findFirst({ orderBy: { id: "desc" }, select: { hash: true } }))?.hash ?? "";
}
