import { Buckets } from "../base/buckets";

/** A commit that takes longer than this makes everybody wait: the disk is slow. */
export const SLOW_COMMIT_MS = 500;

/** How long commits took, in plain numbers: read when somebody asks. */
export class CommitTimes {
  readonly ms = new Buckets([1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000]);
  lastMs = 0;
  slow = 0;
  /** performance.now() of the end of the last slow one. */
  slowAt = Number.NEGATIVE_INFINITY;

  /** Runs a commit and counts it, also one that fails: a disk that hangs before it refuses was slow too. */
  async time<T>(commit: () => Promise<T>): Promise<T> {
    const began = performance.now();
    try {
      return await commit();
    } finally {
      const ended = performance.now();
      this.lastMs = ended - began;
      this.ms.add(this.lastMs);
      if (this.lastMs > SLOW_COMMIT_MS) {
        this.slow++;
        this.slowAt = ended;
      }
    }
  }
}
