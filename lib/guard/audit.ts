import { addAuditRows, lastAuditHash } from "../store/audit/add-audit-row";
import { openRecord } from "../store/audit/read-record";
import type { Tx } from "../store/open";
import { type AuditCheck, checkChain, hashOf } from "./audit-chain";
import { signatureCheck } from "./checkpoint";

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

/** Checks the record of a database file against itself and against its signed checkpoints. `publicKey` is PEM. */
export async function verifyAudit(
  file: string,
  publicKey: string,
  progress?: (rows: number) => void,
): Promise<AuditCheck> {
  const record = openRecord(file);
  try {
    return await checkChain({ ...record, signed: signatureCheck(publicKey), ...(progress && { progress }) });
  } finally {
    record.close();
  }
}
