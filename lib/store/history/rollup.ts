import { PAGE_SLOTS, type RollupLevel, slotOf, slotStart } from "./level";

/** Takes readings, or rollups of readings, in any order, and makes the same of them. */
export type Sink = {
  add(at: number, value: number): void;
  /** `sum` in millionths of the unit; `lastAt` is the time of `last`, the newest value. */
  rollup(count: number, min: number, max: number, sum: number, lastAt: number, last: number): void;
};

/** Whole millionths add up without error, in whatever order. */
export const MILLION = 1_000_000;
// plus zero: the sum of −0 is 0
export const millionths = (value: number): number => Math.round(value * MILLION) + 0;

/** Count, min, max, sum and last of `size` slots as columns; a slot whose count is 0 is empty. Two that share no reading can be added in any order. */
export class Rollups {
  readonly count: Float64Array;
  readonly min: Float64Array;
  readonly max: Float64Array;
  readonly sum: Float64Array;
  readonly lastAt: Float64Array;
  readonly last: Float64Array;

  constructor(size: number) {
    const all = new Float64Array(6 * size);
    const column = (n: number) => all.subarray(n * size, (n + 1) * size);
    [this.count, this.min, this.max] = [column(0), column(1), column(2)];
    [this.sum, this.lastAt, this.last] = [column(3), column(4), column(5)];
  }

  add(slot: number, at: number, value: number): void {
    this.put(slot, 1, value, value, millionths(value), at, value);
  }

  put(slot: number, count: number, min: number, max: number, sum: number, lastAt: number, last: number): void {
    const before = this.count[slot] ?? 0;
    if (before === 0 || min < (this.min[slot] ?? 0)) this.min[slot] = min;
    if (before === 0 || max > (this.max[slot] ?? 0)) this.max[slot] = max;
    if (before === 0 || lastAt > (this.lastAt[slot] ?? 0)) {
      this.lastAt[slot] = lastAt;
      this.last[slot] = last;
    }
    this.count[slot] = before + count;
    this.sum[slot] = (this.sum[slot] ?? 0) + sum;
  }

  /** Gives a slot that is not empty to a sink. */
  tell(slot: number, sink: Sink): void {
    const { count, min, max, sum, lastAt, last } = this;
    sink.rollup(count[slot] ?? 0, min[slot] ?? 0, max[slot] ?? 0, sum[slot] ?? 0, lastAt[slot] ?? 0, last[slot] ?? 0);
  }

  /** Slots that hold something, in order. */
  filled(): number[] {
    const slots: number[] = [];
    for (let slot = 0; slot < this.count.length; slot++) if ((this.count[slot] ?? 0) > 0) slots.push(slot);
    return slots;
  }
}

/** One row of rollups: the 240 slots of a page. */
export class RollupPage extends Rollups {
  readonly level: RollupLevel;
  readonly page: number;

  constructor(level: RollupLevel, page: number) {
    super(PAGE_SLOTS);
    this.level = level;
    this.page = page;
  }

  /** `at` lies in this page. */
  take(at: number, value: number): void {
    this.add(slotOf(this.level, at) - this.page * PAGE_SLOTS, at, value);
  }

  /** UTC ms at which a slot of this page begins. */
  startOf(slot: number): number {
    return slotStart(this.level, this.page * PAGE_SLOTS + slot);
  }
}
