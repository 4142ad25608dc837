import type { Tx } from "../open";

export type NewAuditRow = { at: number; actor: string; action: string; subject: string; detail: string; hash: string };

export async function addAuditRow(tx: Tx, row: NewAuditRow): Promise<void> {
  await tx.audit.create({ data: { ...row, at: BigInt(row.at) } });
}

/** Hash of the newest row; empty before the first. */
export async function lastAuditHash(tx: Tx): Promise<string> {
  return (await tx.audit.findFirst({ orderBy: { id: "desc" }, select: { hash: true } }))?.hash ?? "";
}
