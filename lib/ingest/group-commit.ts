import { Failure } from "../base/failure";
import { FairQueue } from "./fair-queue";
import { inOrder, keyOf } from "./order";
import type { Row } from "./validate";

/** What a commit has to store. `fresh` are newer than all before in their stream and in order of time; `late` are not judged. */
export type Group = { fresh: Row[]; late: Row[] };
export type Existing = (rows: readonly Row[]) => Promise<Set<string>>;
export type Commit = (group: Group) => Promise<void>;
export type Stored = { accepted: number; duplicates: number };

/** What a frame costs besides its bytes: as much time as these many bytes of readings. */
const FRAME_COST = 2048;
/**
 * In bytes of frames. A round of one sender is about 100 readings, a group about 2,000: some milliseconds, which is what a
 * reading waits for at most before its own group begins. 128 MB of text are a million readings.
 */
const LIMITS = { quantum: 8_192, group: 1_048_576, share: 524_288, total: 134_217_728 };
/** A frame with more readings is stored in parts, each with its own group, and answered after the last. */
const PART_ROWS = 256;

/** Something to store. */
export type Given = {
  sender: string;
  /** Size of its frame. */
  bytes: number;
  /** Its rows, asked for when its turn comes: what waits is text. What it throws refuses the whole. No rows is a tick: it runs the commit. */
  open(): Row[];
  /** The rows are durable. */
  stored(stored: Stored): void;
  /** With Failure `busy` at once where the sender has more waiting than its share, or with what the disk said. */
  refused(error: unknown): void;
};

/** It on its way: how many of its rows have been taken into a group, and how many are stored. */
class Work {
  rows: Row[] | null = null;
  taken = 0;
  ended = false;
  private kept = 0;
  private duplicates = 0;
  readonly given: Given;

  constructor(given: Given) {
    this.given = given;
  }

  refuse(error: unknown): void {
    if (this.ended) return;
    this.ended = true;
    this.given.refused(error);
  }

  settle(rows: readonly Row[], repeats: ReadonlySet<Row>): void {
    if (this.ended) return;
    if (repeats.size > 0) for (const row of rows) if (repeats.has(row)) this.duplicates++;
    this.kept += rows.length;
    if (this.kept < (this.rows?.length ?? 0)) return;
    this.ended = true;
    this.given.stored({ accepted: this.kept - this.duplicates, duplicates: this.duplicates });
  }
}
type Part = { work: Work; rows: Row[] };

/** Commits a fair round of what waits as one group as soon as the last commit ends: no timer, nobody waits for a fuller batch. */
export class GroupCommit {
  private readonly queue = new FairQueue<Work>(LIMITS);
  private running = false;
  private readonly existing: Existing;
  private readonly commit: Commit;

  constructor(existing: Existing, commit: Commit) {
    this.existing = existing;
    this.commit = commit;
  }

  /** Frames that wait for the disk. */
  get depth(): number {
    return this.queue.size;
  }

  /** True where everybody is told `busy`, since more would grow the memory without bound. */
  get full(): boolean {
    return this.queue.cost + FRAME_COST > LIMITS.total;
  }

  submit(given: Given): void {
    if (!this.queue.offer(given.sender, new Work(given), given.bytes + FRAME_COST)) given.refused(busy);
    else if (!this.running) void this.drain();
  }

  private async drain(): Promise<void> {
    this.running = true;
    while (this.queue.size > 0) {
      // one turn of the event loop, so that every frame that has arrived is in the round: SQLite's commit is synchronous and lets none in
      await new Promise(setImmediate);
      await this.commitOne(this.take());
    }
    // in the same turn as the look at the queue: whoever submits next starts it again
    this.running = false;
  }

  private take(): Part[] {
    const parts: Part[] = [];
    for (const work of this.queue.take()) {
      const rows = this.nextOf(work);
      if (rows) parts.push({ work, rows });
    }
    return parts;
  }

  private nextOf(work: Work): Row[] | null {
    if (work.ended) return null;
    try {
      work.rows ??= work.given.open();
    } catch (error) {
      work.refuse(error);
      return null;
    }
    const { rows, taken } = work;
    if (rows.length <= PART_ROWS) return rows;
    work.taken = Math.min(rows.length, taken + PART_ROWS);
    if (work.taken < rows.length) this.queue.putBack(work.given.sender, work, LIMITS.quantum);
    return rows.slice(taken, work.taken);
  }

  private async commitOne(parts: Part[]): Promise<void> {
    const rows = inOrder(parts.length === 1 ? (parts[0]?.rows ?? []) : parts.flatMap((p) => p.rows));
    try {
      const { group, repeats } = await this.sort(rows);
      await this.commit(group);
      for (const { work, rows: own } of parts) work.settle(own, repeats);
    } catch (error) {
      for (const row of rows) row.stream.markAt = row.stream.latestAt;
      for (const { work } of parts) work.refuse(error);
    }
  }

  /** Newer than its stream's mark: surely new. Not newer: a repeat or late, and only then is the database asked. */
  private async sort(rows: Row[]): Promise<{ group: Group; repeats: Set<Row> }> {
    const fresh: Row[] = [];
    const doubtful: Row[] = [];
    for (const row of rows) {
      if (row.at > row.stream.markAt) {
        row.stream.markAt = row.at;
        fresh.push(row);
      } else doubtful.push(row);
    }
    const repeats = new Set<Row>();
    if (doubtful.length === 0) return { group: { fresh, late: doubtful }, repeats };
    const seen = await this.existing(doubtful);
    for (const row of fresh) seen.add(keyOf(row.stream, row.at));
    const late = doubtful.filter((row) => {
      const key = keyOf(row.stream, row.at);
      if (seen.has(key)) repeats.add(row);
      else seen.add(key);
      return !repeats.has(row);
    });
    return { group: { fresh, late }, repeats };
  }
}

// one for all: a stack for each would cost more than the answer
const busy = new Failure(
  "busy",
  "More is waiting than this device may have waiting. Keep the readings and send them again after retryMs.",
);
