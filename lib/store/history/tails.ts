import { emptyRun, type Run } from "./run";
import { Tail } from "./tail";

/** [at, stream, value] */
type Row = readonly [at: number, stream: number, value: number];

/** More unpacked readings than this are left on the disk alone: 16 bytes each, so 32 MB. */
export const MOST_READINGS = 2_000_000;

/**
 * What the log holds and no pack yet, by stream and in memory. Every reading of the log that is older than `loadedTo` is here or
 * packed; what is newer is on the disk alone. At the start that is everything, and again after more than memory may hold.
 */
export class Tails {
  loadedTo = Number.NEGATIVE_INFINITY;
  /** Rows of the log that is loaded, the packed ones too; about. */
  logRows = 0;
  private readonly byStream = new Map<number, Tail>();
  private count = 0;

  /** Readings in memory. */
  get total(): number {
    return this.count;
  }

  /** True where nothing is on the disk alone. */
  get complete(): boolean {
    return this.loadedTo === Number.POSITIVE_INFINITY;
  }

  /** Whether everything up to `to` that is not packed is here. */
  covers(to: number): boolean {
    return to < this.loadedTo;
  }

  /** Streams that have something unpacked. */
  *filled(): Generator<[stream: number, tail: Tail]> {
    for (const entry of this.byStream) if (entry[1].length > 0) yield entry;
  }

  of(stream: number): Tail | undefined {
    return this.byStream.get(stream);
  }

  between(stream: number, from: number, to: number): Run {
    return this.byStream.get(stream)?.between(from, to) ?? emptyRun;
  }

  /** Takes what a commit has just added to the log. */
  committed(rows: readonly Row[]): void {
    for (const [at, stream, value] of rows) {
      if (at >= this.loadedTo) continue;
      this.push(at, stream, value);
      this.logRows++;
    }
    if (this.count > MOST_READINGS) this.forgetFrom(rows.reduce((first, [at]) => Math.min(first, at), this.loadedTo));
  }

  push(at: number, stream: number, value: number): void {
    let tail = this.byStream.get(stream);
    if (!tail) {
      tail = new Tail();
      this.byStream.set(stream, tail);
    }
    if (tail.push(at, value)) this.count++;
  }

  /** They are packed up to and with `at`. */
  packed(stream: number, at: number): void {
    this.count -= this.byStream.get(stream)?.dropTo(at) ?? 0;
  }

  /** What is not older than `at` is on the disk alone from now on. */
  forgetFrom(at: number): void {
    this.loadedTo = Math.min(this.loadedTo, at);
    const before = this.count;
    for (const tail of this.byStream.values()) this.count -= tail.dropFrom(at);
    this.logRows -= before - this.count;
  }

  /** Time of the oldest reading that is not packed, as far as it is known. */
  get oldest(): number {
    let oldest = this.loadedTo;
    for (const tail of this.byStream.values()) oldest = Math.min(oldest, tail.first);
    return oldest;
  }
}
