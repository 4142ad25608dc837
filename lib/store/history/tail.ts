import { between, cut, indexFrom, type Run } from "./run";

const SMALLEST = 16;

/** The newest readings of one stream, in order, as long as they are not packed. */
export class Tail {
  /** City clock when the packer first saw it with something in it; null while it has not. */
  seenAt: number | null = null;
  private at = new Float64Array(SMALLEST);
  private value = new Float64Array(SMALLEST);
  private count = 0;

  get length(): number {
    return this.count;
  }

  get first(): number {
    return this.count === 0 ? Number.POSITIVE_INFINITY : (this.at[0] ?? 0);
  }

  get last(): number {
    return this.count === 0 ? Number.NEGATIVE_INFINITY : (this.at[this.count - 1] ?? 0);
  }

  /** Adds a reading that is newer than all before; false where it is not, and nothing is added. */
  push(at: number, value: number): boolean {
    if (this.count > 0 && at <= (this.at[this.count - 1] ?? 0)) return false;
    if (this.count === this.at.length) this.resize(2 * this.count);
    this.at[this.count] = at;
    this.value[this.count++] = value;
    return true;
  }

  has(at: number): boolean {
    const index = indexFrom(this.at, at, this.count);
    return index < this.count && this.at[index] === at;
  }

  /** All of it: a view that is good until the next change. */
  all(): Run {
    return cut({ at: this.at, value: this.value }, 0, this.count);
  }

  between(from: number, to: number): Run {
    return between(this.all(), from, to);
  }

  /** Forgets readings up to and with `at`; gives how many. */
  dropTo(at: number): number {
    const dropped = indexFrom(this.at, at + 1, this.count);
    this.at.copyWithin(0, dropped, this.count);
    this.value.copyWithin(0, dropped, this.count);
    this.count -= dropped;
    if (this.at.length > SMALLEST && this.count * 4 < this.at.length) this.resize(Math.max(SMALLEST, 2 * this.count));
    if (dropped > 0) this.seenAt = null;
    return dropped;
  }

  /** Forgets readings from `at` on; gives how many. */
  dropFrom(at: number): number {
    const kept = indexFrom(this.at, at, this.count);
    const dropped = this.count - kept;
    this.count = kept;
    return dropped;
  }

  private resize(size: number): void {
    for (const column of ["at", "value"] as const) {
      const larger = new Float64Array(size);
      larger.set(this[column].subarray(0, this.count));
      this[column] = larger;
    }
  }
}
