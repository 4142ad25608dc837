import type { AuditRow } from "../../contract/people";
import type { Audit } from "../generated/client";
import type { Tx } from "../open";

export type AuditFilter = {
  before?: number | undefined;
  subject?: string | undefined;
  actor?: string | undefined;
  limit: number;
};

/** Newest first; `before` is a row's id. */
export async function listAudit(db: Tx, { before, subject, actor, limit }: AuditFilter): Promise<AuditRow[]> {
  const rows = await db.audit.findMany({
    where: {
      ...(before !== undefined && { id: { lt: before } }),
      ...(subject && { subject: { contains: subject } }),
      ...(actor && { actor: { contains: actor } }),
    },
    orderBy: { id: "desc" },
    take: limit,
  });
  return rows.map(rowOf);
}

export type StoredAuditRow = Omit<Audit, "at"> & { at: number };

/** Rows after an id in order, as they are stored: what a check of the chain walks through. */
export async function auditAfter(db: Tx, id: number, limit: number): Promise<StoredAuditRow[]> {
  const rows = await db.audit.findMany({ where: { id: { gt: id } }, orderBy: { id: "asc" }, take: limit });
  return rows.map((row) => ({ ...row, at: Number(row.at) }));
}

/** What the record has about these subjects (`noun:id`), oldest first. */
export async function auditAbout(db: Tx, subjects: readonly string[]): Promise<AuditRow[]> {
  const rows = await db.audit.findMany({ where: { subject: { in: [...subjects] } }, orderBy: { id: "asc" } });
  return rows.map(rowOf);
}

function rowOf(row: Audit): AuditRow {
  return { ...row, at: Number(row.at), detail: JSON.parse(row.detail) as Record<string, unknown> };
}
