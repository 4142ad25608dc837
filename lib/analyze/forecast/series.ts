/** Readings of one stream in order of time, as a forecast looks back on them. Times are event time, UTC ms. */
export class Series {
  private times: number[] = [];
  private values: number[] = [];

  /** Adds a reading; false where one at that instant is there already, or it is no number. Late ones find their place. */
  push(at: number, value: number): boolean {
    if (!Number.isFinite(at) || !Number.isFinite(value)) return false;
    const index = at > this.newest ? this.times.length : this.after(at);
    if (this.times[index - 1] === at) return false;
    if (index === this.times.length) {
      this.times.push(at);
      this.values.push(value);
    } else {
      this.times.splice(index, 0, at);
      this.values.splice(index, 0, value);
    }
    return true;
  }

  /** Takes back the reading at this instant. */
  remove(at: number): void {
    const index = this.after(at) - 1;
    if (this.times[index] !== at) return;
    this.times.splice(index, 1);
    this.values.splice(index, 1);
  }

  /** Forgets what is older than `before`. */
  forget(before: number): void {
    const old = this.after(before - 1);
    if (old < 64) return;
    this.times = this.times.slice(old);
    this.values = this.values.slice(old);
  }

  get newest(): number {
    return this.times.at(-1) ?? Number.NEGATIVE_INFINITY;
  }

  get length(): number {
    return this.times.length;
  }

  timeAt(index: number): number {
    return this.times[index] ?? Number.NaN;
  }

  valueAt(index: number): number {
    return this.values[index] ?? Number.NaN;
  }

  /** How many readings lie at or before `at`: the index of the first one later. */
  after(at: number): number {
    let low = 0;
    let high = this.times.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.times[middle] ?? 0) <= at) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** The newest value at or before `at` that is no older than `withinMs`; NaN where there is none. */
  last(at: number, withinMs: number): number {
    const index = this.after(at) - 1;
    return index >= 0 && at - this.timeAt(index) <= withinMs ? this.valueAt(index) : Number.NaN;
  }

  /** What lies in (from, to], summed up; count 0 where there is nothing. */
  over(from: number, to: number): Span {
    const span = { count: 0, sum: 0, min: Number.POSITIVE_INFINITY, max: Number.NEGATIVE_INFINITY };
    for (let i = this.after(from); i < this.times.length && this.timeAt(i) <= to; i++) {
      const value = this.valueAt(i);
      span.count++;
      span.sum += value;
      if (value < span.min) span.min = value;
      if (value > span.max) span.max = value;
    }
    return span;
  }
}

export type Span = { count: number; sum: number; min: number; max: number };
