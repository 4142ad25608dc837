import { createHash } from "node:crypto";
import { addAuditRows, lastAuditHash } from "../store/audit/add-audit-row";
import { auditAfter, type StoredAuditRow } from "../store/audit/list-audit";
import type { Store, Tx } from "../store/open";

/** What is written of an act: who (actorName), what, on what, and how. `at` in UTC ms of the city's clock. */
export type AuditEntry = {
  at: number;
  actor: string;
  action: string;
  subject: string;
  detail?: Record<string, unknown>;
};

/** Writes acts into the record, in the transaction that does them; each row's hash covers the row before. */
export async function writeAudit(tx: Tx, ...entries: AuditEntry[]): Promise<void> {
  let last = await lastAuditHash(tx);
  const rows = entries.map((entry) => {
    const row = { ...entry, detail: JSON.stringify(entry.detail ?? {}) };
    last = hashOf(last, row);
    return { ...row, hash: last };
  });
  await addAuditRows(tx, rows);
}

export type AuditCheck = { ok: true; rows: number; last: string } | { ok: false; rows: number; brokenAt: number };

/** Walks the whole chain; `brokenAt` is the first row that is not as it was written, or that follows a row which is gone. */
export async function verifyAudit(store: Store): Promise<AuditCheck> {
  let [rows, last, after] = [0, "", 0];
  for (;;) {
    const page = await auditAfter(store.reader, after, 1000);
    if (page.length === 0) return { ok: true, rows, last };
    for (const row of page) {
      if (row.hash !== hashOf(last, row)) return { ok: false, rows, brokenAt: row.id };
      [rows, last, after] = [rows + 1, row.hash, row.id];
    }
  }
}

function hashOf(before: string, row: Omit<StoredAuditRow, "id" | "hash">): string {
  const canonical = JSON.stringify([row.at, row.actor, row.action, row.subject, row.detail]);
  return createHash("sha256").update(before).update("\n").update(canonical).digest("hex");
}
