import type { PrismaClient } from "./generated/client";
import { holdersOf } from "./holders";

const MB = 1024 * 1024;
/** The log of what is not yet in the database's file is cut back to this after each folding in, and is looked at beyond it. */
export const WAL_LIMIT_BYTES = 64 * MB;

/** Somebody reads an old state of the database and keeps the log from being folded in. */
export type WalHold = { since: number; holders: string[] };

/**
 * SQLite folds its log into the database by itself, a thousand pages at a time, unless somebody's open read still needs it.
 * No reader of the city stays open; one from outside cannot be ended, but it can be named before it fills the disk.
 */
export class WalWatch {
  hold: WalHold | null = null;
  /** Told when somebody begins to hold the log, with who has the database open, and null when it is folded in again. */
  onChange: (hold: WalHold | null) => void = () => undefined;
  private readonly file: string;
  private readonly now: () => number;

  constructor(file: string, now: () => number) {
    this.file = file;
    this.now = now;
  }

  /** Looks after a log of this size; `writer` in its turn. */
  async tend(writer: PrismaClient, walBytes: number): Promise<void> {
    if (walBytes <= WAL_LIMIT_BYTES && !this.hold) return;
    const held = walBytes > WAL_LIMIT_BYTES && (await unfolded(writer)) > 0;
    if (held === (this.hold !== null)) return;
    this.hold = held ? { since: this.now(), holders: await holdersOf(this.file) } : null;
    this.onChange(this.hold);
  }
}

/** Pages of the log that could not be folded in. */
async function unfolded(writer: PrismaClient): Promise<number> {
  const [row] = await writer.$queryRawUnsafe<{ log: bigint; checkpointed: bigint }[]>("PRAGMA wal_checkpoint(PASSIVE)");
  return Number(row?.log ?? 0) - Number(row?.checkpointed ?? 0);
}
