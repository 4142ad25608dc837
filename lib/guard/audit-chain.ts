import { createHash } from "node:crypto";
import type { Checkpoint } from "../store/audit/checkpoints";
import type { StoredAuditRow } from "../store/audit/list-audit";

/** What is wrong with the first bad row. `rewritten`: the chain is whole, but not the one that was signed. */
export type AuditFault = "changed" | "removed" | "inserted" | "swapped" | "rewritten" | "bad-signature";
export type AuditCheck =
  | { ok: true; rows: number; last: string; checkpoints: number; sealedUpTo: number }
  | { ok: false; rows: number; brokenAt: number; fault: AuditFault };

export type ChainRecord = {
  /** In order of id. */
  rows: Iterable<StoredAuditRow> | AsyncIterable<StoredAuditRow>;
  /** In order of id. */
  checkpoints: readonly Checkpoint[];
  /** Highest id that the database ever gave, where that is known: rows missing at the end show by it. */
  highestId?: number | undefined;
  /** True where the signature is of the record's own key. */
  signed(checkpoint: Checkpoint): boolean;
  /** Told now and then how many rows are sound. */
  progress?(rows: number): void;
};

/** sha256(hash of the row before, "\n", canonical row), hex. The id is no part of it: it counts without a gap. */
export function hashOf(before: string, row: Omit<StoredAuditRow, "id" | "hash">): string {
  const canonical = JSON.stringify([row.at, row.actor, row.action, row.subject, row.detail]);
  return createHash("sha256").update(before).update("\n").update(canonical).digest("hex");
}

const PROGRESS_EVERY = 100_000;

/** Walks the whole chain and names the first row that is changed, gone, put in, swapped with the next, or not as it was signed. */
export async function checkChain(record: ChainRecord): Promise<AuditCheck> {
  const forged = record.checkpoints.find((c) => !record.signed(c));
  if (forged) return { ok: false, rows: 0, brokenAt: forged.id, fault: "bad-signature" };
  const walk = new Walk(record.checkpoints);
  for await (const row of record.rows) {
    if (walk.push(row)) break;
    if (walk.rows % PROGRESS_EVERY === 0 && walk.rows > 0) record.progress?.(walk.rows);
  }
  const found = walk.end(record.highestId ?? 0);
  const { rows, last, sealed, checks } = walk;
  return found ? { ok: false, rows, ...found } : { ok: true, rows, last, checkpoints: checks, sealedUpTo: sealed };
}

type Found = { brokenAt: number; fault: AuditFault };
/** Rows that a diagnosis looks at behind the bad one. */
const LOOK_AHEAD = 2;

/** The walk, one row at a time: a bad row waits for the two behind it, which tell what happened to it. */
class Walk {
  rows = 0;
  last = "";
  id = 0;
  sealed = 0;
  checks = 0;
  private beforeLast = "";
  private found: Found | null = null;
  private readonly bad: StoredAuditRow[] = [];
  private readonly checkpoints: readonly Checkpoint[];

  constructor(checkpoints: readonly Checkpoint[]) {
    this.checkpoints = checkpoints;
  }

  /** Takes the next row; true where the walk is over. */
  push(row: StoredAuditRow): boolean {
    if (this.found) return true;
    if (this.bad.length > 0) return this.bad.push(row) > LOOK_AHEAD;
    if (row.id !== this.id + 1) this.found = { brokenAt: this.id + 1, fault: "removed" };
    else if (row.hash !== hashOf(this.last, row)) this.bad.push(row);
    else this.accept(row);
    return this.found !== null;
  }

  private accept(row: StoredAuditRow): void {
    const checkpoint = this.checkpoints[this.checks];
    if (checkpoint?.id === row.id) {
      // the chain is whole up to here, so somebody has written it anew since the checkpoint before
      if (checkpoint.hash !== row.hash) this.found = { brokenAt: this.sealed + 1, fault: "rewritten" };
      else [this.sealed, this.checks] = [row.id, this.checks + 1];
    }
    if (this.found) return;
    [this.beforeLast, this.last, this.id] = [this.last, row.hash, row.id];
    this.rows++;
  }

  /** What was found; rows that the database or a checkpoint knows of and that did not come are gone. */
  end(highestId: number): Found | null {
    if (this.found) return this.found;
    if (this.bad.length > 0) return this.diagnose();
    const known = Math.max(highestId, this.checkpoints.at(-1)?.id ?? 0);
    return known > this.id ? { brokenAt: this.id + 1, fault: "removed" } : null;
  }

  private diagnose(): Found {
    const [row, next, third] = this.bad;
    if (!row) throw new Error("nothing to diagnose");
    const fits = (before: string, r: StoredAuditRow | undefined) => r !== undefined && r.hash === hashOf(before, r);
    // the row before this one fitted, and this one follows what came before that: the one between was put in
    if (this.id > 0 && fits(this.beforeLast, row)) return { brokenAt: this.id, fault: "inserted" };
    if (fits(this.last, next)) return { brokenAt: row.id, fault: fits(row.hash, third) ? "swapped" : "inserted" };
    return { brokenAt: row.id, fault: "changed" };
  }
}
