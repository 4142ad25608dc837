import type { StreamEntry } from "./registry";
import type { Row } from "./validate";

/** What a commit has to store. `fresh` are newer than all before in their stream and in order of time; `late` are not judged. */
export type Group = { fresh: Row[]; late: Row[] };
export type Existing = (rows: readonly Row[]) => Promise<Set<string>>;
export type Commit = (group: Group) => Promise<void>;

type Waiting = { rows: Row[]; resolve: (answer: { duplicates: number }) => void; reject: (error: unknown) => void };

export const QUEUE_LIMIT = 200_000;
const GROUP_LIMIT = 20_000;

/** Commits whatever is queued as one group as soon as the last commit ends: no timer, nobody waits for a fuller batch. */
export class GroupCommit {
  private queue: Waiting[] = [];
  private queued = 0;
  private running = false;
  private readonly existing: Existing;
  private readonly commit: Commit;

  constructor(existing: Existing, commit: Commit) {
    this.existing = existing;
    this.commit = commit;
  }

  /** Readings that wait for the disk. */
  get depth(): number {
    return this.queued;
  }

  /** True where taking more would grow the memory without bound: the sender is told `busy`. */
  get full(): boolean {
    return this.queued >= QUEUE_LIMIT;
  }

  /** Resolves when the rows are durable; rejects when the disk refused the whole group. An empty submit is a tick: it runs the commit. */
  submit(rows: Row[]): Promise<{ duplicates: number }> {
    return new Promise((resolve, reject) => {
      this.queue.push({ rows, resolve, reject });
      this.queued += rows.length;
      if (!this.running) void this.drain();
    });
  }

  private async drain(): Promise<void> {
    this.running = true;
    while (this.queue.length > 0) {
      // one turn of the event loop, so that every frame that has arrived is in the group: SQLite's commit is synchronous and lets none in
      await new Promise(setImmediate);
      await this.commitOne(this.take());
    }
    // in the same turn as the look at the queue: whoever submits next starts it again
    this.running = false;
  }

  private take(): Waiting[] {
    let count = 0;
    let taken = 0;
    while (taken < this.queue.length && count < GROUP_LIMIT) count += this.queue[taken++]?.rows.length ?? 0;
    this.queued -= count;
    return this.queue.splice(0, taken);
  }

  private async commitOne(waiting: Waiting[]): Promise<void> {
    const rows = inOrder(waiting.length === 1 ? (waiting[0]?.rows ?? []) : waiting.flatMap((w) => w.rows));
    try {
      const { group, repeats } = await this.sort(rows);
      await this.commit(group);
      for (const w of waiting)
        w.resolve({ duplicates: repeats.size === 0 ? 0 : w.rows.filter((r) => repeats.has(r)).length });
    } catch (error) {
      for (const row of rows) row.stream.markAt = row.stream.latestAt;
      for (const w of waiting) w.reject(error);
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

export function keyOf(stream: StreamEntry, at: number): string {
  return `${at}/${stream.id}`;
}

/** Rows by event time; those of one instant as they came. */
export function inOrder(rows: Row[]): Row[] {
  for (let i = 1; i < rows.length; i++) {
    if ((rows[i - 1]?.at ?? 0) > (rows[i]?.at ?? 0)) return rows.toSorted((a, b) => a.at - b.at);
  }
  return rows;
}
