import { readdir, readFile, readlink } from "node:fs/promises";
import type { PrismaClient } from "./generated/client";

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

/** Other processes of this host that have the database open: "pid command line". Empty where the host does not say (not Linux). */
async function holdersOf(file: string): Promise<string[]> {
  const pids = (await readdir("/proc").catch(() => [])).filter((name) => /^\d+$/.test(name));
  const found = await Promise.all(pids.map((pid) => holderLine(Number(pid), file)));
  return found.filter((line) => line !== null);
}

async function holderLine(pid: number, file: string): Promise<string | null> {
  if (pid === process.pid) return null;
  const open = await readdir(`/proc/${pid}/fd`).catch(() => []);
  const paths = await Promise.all(open.map((fd) => readlink(`/proc/${pid}/fd/${fd}`).catch(() => "")));
  if (!paths.includes(file)) return null;
  const command = await readFile(`/proc/${pid}/cmdline`, "utf8").catch(() => "");
  return `${pid} ${command.replaceAll("\0", " ").trim().slice(0, 200)}`;
}
