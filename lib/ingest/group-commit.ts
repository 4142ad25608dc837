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

/** One frame on its way. It is read when its turn comes: what waits is text. */
type Work = {
  sender: string;
  cost: number;
  open(): Row[];
  rows: Row[] | null;
  taken: number;
  stored: number;
  duplicates: number;
  ended: boolean;
  resolve(stored: Stored): void;
  reject(error: unknown): void;
};
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

  /**
   * Resolves when the rows are durable. Rejects with Failure `busy` at once where the sender has more waiting than its share,
   * with what `open` throws, or with what the disk said. `bytes` is the frame's size; no rows is a tick: it runs the commit.
   */
  submit(sender: string, bytes: number, open: () => Row[]): Promise<Stored> {
    return new Promise((resolve, reject) => {
      const cost = bytes + FRAME_COST;
      const fresh = { rows: null, taken: 0, stored: 0, duplicates: 0, ended: false };
      if (!this.queue.offer(sender, { sender, cost, open, resolve, reject, ...fresh }, cost)) reject(busy);
      else if (!this.running) void this.drain();
    });
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
      work.rows ??= work.open();
    } catch (error) {
      refuse(work, error);
      return null;
    }
    const { rows, taken } = work;
    if (rows.length <= PART_ROWS) return rows;
    work.taken = Math.min(rows.length, taken + PART_ROWS);
    if (work.taken < rows.length) this.queue.putBack(work.sender, work, LIMITS.quantum);
    return rows.slice(taken, work.taken);
  }

  private async commitOne(parts: Part[]): Promise<void> {
    const rows = inOrder(parts.length === 1 ? (parts[0]?.rows ?? []) : parts.flatMap((p) => p.rows));
    try {
      const { group, repeats } = await this.sort(rows);
      await this.commit(group);
      for (const part of parts) settle(part, repeats);
    } catch (error) {
      for (const row of rows) row.stream.markAt = row.stream.latestAt;
      for (const { work } of parts) refuse(work, error);
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

function settle({ work, rows }: Part, repeats: ReadonlySet<Row>): void {
  if (work.ended) return;
  if (repeats.size > 0) for (const row of rows) if (repeats.has(row)) work.duplicates++;
  work.stored += rows.length;
  if (work.stored < (work.rows?.length ?? 0)) return;
  work.ended = true;
  work.resolve({ accepted: work.stored - work.duplicates, duplicates: work.duplicates });
}

function refuse(work: Work, error: unknown): void {
  work.ended = true;
  work.reject(error);
}
