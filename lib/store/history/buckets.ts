import type { SeriesPoint } from "../../contract/reading";
import { bucketOf, bucketsOf, type Grid } from "./grid";
import { MILLION, Rollups, type Sink } from "./rollup";

/** Gathers the points of a chart from readings and rollups in any order. */
export class Buckets implements Sink {
  private readonly grid: Grid;
  private readonly first: number;
  private readonly rollups: Rollups;

  constructor(grid: Grid, from: number, to: number) {
    this.grid = grid;
    this.first = bucketOf(grid, from);
    this.rollups = new Rollups(bucketsOf(grid, from, to));
  }

  add(at: number, value: number): void {
    this.rollups.add(bucketOf(this.grid, at) - this.first, at, value);
  }

  rollup(count: number, min: number, max: number, sum: number, lastAt: number, last: number): void {
    this.rollups.put(bucketOf(this.grid, lastAt) - this.first, count, min, max, sum, lastAt, last);
  }

  /** In order of time; empty buckets are left out. */
  points(): SeriesPoint[] {
    const { count, min, max, sum, lastAt, last } = this.rollups;
    return this.rollups.filled().map((k) => ({
      at: lastAt[k] ?? 0,
      min: min[k] ?? 0,
      max: max[k] ?? 0,
      last: last[k] ?? 0,
      sum: (sum[k] ?? 0) / MILLION,
      count: count[k] ?? 0,
    }));
  }
}
