import { createHash } from "node:crypto";
import { HOUR } from "../base/clock";
import type { Checkpoint } from "../store/audit/checkpoints";
import type { StoredAuditRow } from "../store/audit/list-audit";

/**
 * What is wrong with the first bad row. `rewritten`: the chain is whole, but not the one that was signed. `unsigned`: it goes on for over an
 * hour without a checkpoint, which a city makes every minute: these were taken out, and what they signed may be written anew.
 */
export type AuditFault = "changed" | "removed" | "inserted" | "swapped" | "rewritten" | "unsigned" | "bad-signature";
export type AuditCheck =
  | { ok: true; rows: number; last: string; checkpoints: number; sealedUpTo: number; asOf?: number }
  | { ok: false; rows: number; brokenAt: number; fault: AuditFault };

export type ChainRecord = {
  /** In order of id. */
  rows: Iterable<StoredAuditRow> | AsyncIterable<StoredAuditRow>;
  /** In order of id. */
  checkpoints: readonly Checkpoint[];
  /** Highest id that the database ever gave, where that is known: rows missing at the end show by it. */
  highestId?: number | undefined;
  /** Where it ends, if that is signed by itself: an export says so. `at`: when that was, UTC ms. */
  end?: { id: number; hash: string; at: number };
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
const UNSIGNED_MS = HOUR;

/** Walks the whole chain and names the first row that is changed, gone, put in, swapped with the next, or not as it was signed. */
export async function checkChain(record: ChainRecord): Promise<AuditCheck> {
  const forged = record.checkpoints.find((c) => !record.signed(c));
  if (forged) return { ok: false, rows: 0, brokenAt: forged.id, fault: "bad-signature" };
  const walk = new Walk(record.checkpoints);
  for await (const row of record.rows) {
    if (walk.push(row)) break;
    if (walk.rows % PROGRESS_EVERY === 0 && walk.rows > 0) record.progress?.(walk.rows);
  }
  const found = walk.end(record);
  const { rows, last, sealed, checks } = walk;
  if (found) return { ok: false, rows, ...found };
  const whole = { ok: true as const, rows, last, checkpoints: checks, sealedUpTo: sealed };
  return record.end ? { ...whole, sealedUpTo: record.end.id, asOf: record.end.at } : whole;
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
  /** Times of the first row that no checkpoint covers, and of the newest. */
  private unsigned: { from: number; to: number } | null = null;
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
    this.unsigned = this.sealed === row.id ? null : { from: this.unsigned?.from ?? row.at, to: row.at };
    [this.beforeLast, this.last, this.id] = [this.last, row.hash, row.id];
    this.rows++;
  }

  /** What was found; rows that the database, a checkpoint or a signed end knows of and that did not come are gone. */
  end({ highestId = 0, end }: Pick<ChainRecord, "highestId" | "end">): Found | null {
    if (this.found) return this.found;
    if (this.bad.length > 0) return this.diagnose();
    const known = Math.max(highestId, this.checkpoints.at(-1)?.id ?? 0, end?.id ?? 0);
    if (known > this.id) return { brokenAt: this.id + 1, fault: "removed" };
    if (end) return this.endsAs(end);
    const { from, to } = this.unsigned ?? { from: 0, to: 0 };
    return to - from > UNSIGNED_MS ? { brokenAt: this.sealed + 1, fault: "unsigned" } : null;
  }

  private endsAs(end: { id: number; hash: string }): Found | null {
    if (this.id > end.id) return { brokenAt: end.id + 1, fault: "inserted" };
    return this.last === end.hash ? null : { brokenAt: this.sealed + 1, fault: "rewritten" };
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
