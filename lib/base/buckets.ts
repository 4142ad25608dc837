/** A histogram in plain numbers: how many values fell up to each bound and over the one before; one bucket more for what lies beyond. */
export class Buckets {
  readonly bounds: readonly number[];
  readonly counts: number[];
  count = 0;
  sum = 0;

  /** `bounds` ascend. */
  constructor(bounds: readonly number[]) {
    this.bounds = bounds;
    this.counts = new Array(bounds.length + 1).fill(0);
  }

  add(value: number): void {
    let slot = 0;
    while (value > (this.bounds[slot] ?? Number.POSITIVE_INFINITY)) slot++;
    this.counts[slot] = (this.counts[slot] ?? 0) + 1;
    this.count++;
    this.sum += value;
  }

  /** The bound below which the share `p` (0–1) of the values lies; Infinity beyond the last, NaN where there is none. */
  quantile(p: number): number {
    return quantileOf(this.bounds, this.counts, p);
  }
}

/** The same of counts that somebody else kept, as between two looks at a histogram. */
export function quantileOf(bounds: readonly number[], counts: readonly number[], p: number): number {
  const count = counts.reduce((sum, n) => sum + n, 0);
  if (count === 0) return Number.NaN;
  let left = p * count;
  for (const [slot, n] of counts.entries()) {
    left -= n;
    if (left <= 0 && n > 0) return bounds[slot] ?? Number.POSITIVE_INFINITY;
  }
  return Number.POSITIVE_INFINITY;
}
