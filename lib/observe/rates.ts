import { quantileOf } from "../base/buckets";
import type { RiverSecond } from "../contract/river";
import { Ring } from "./ring";

/** What has been counted since the start, as it was at one moment. */
export type Sample = {
  /** The wall's clock, UTC ms. */
  at: number;
  accepted: number;
  duplicates: number;
  refused: number;
  busy: number;
  /** Frames by their lag, and commits by their time: counts of the buckets. */
  lag: readonly number[];
  commits: readonly number[];
};
export type Took = { p50Ms: number | null; p99Ms: number | null; count: number };

const KEPT_SECONDS = 300;
const WINDOW_SECONDS = 60;

/** The last five minutes, second by second, from counts that only grow. */
export class Rates {
  private readonly samples = new Ring<Sample>(KEPT_SECONDS + 1);

  sample(sample: Sample): void {
    this.samples.push({ ...sample, lag: [...sample.lag], commits: [...sample.commits] });
  }

  seconds(): RiverSecond[] {
    const all = this.samples.all;
    return all.slice(1).map((now, i) => {
      const before = all[i] ?? now;
      const grown = (name: "accepted" | "duplicates" | "refused" | "busy") => now[name] - before[name];
      return [now.at, grown("accepted"), grown("duplicates"), grown("refused"), grown("busy")];
    });
  }

  /** How long frames or commits took over the last minute. */
  took(what: "lag" | "commits", bounds: readonly number[]): Took {
    const recent = this.samples.all.slice(-WINDOW_SECONDS - 1);
    const [first, last] = [recent[0]?.[what], recent.at(-1)?.[what]];
    const counts = (last ?? []).map((n, i) => n - (first?.[i] ?? 0));
    const quantile = (p: number) => {
      const bound = quantileOf(bounds, counts, p);
      return Number.isFinite(bound) ? bound : null;
    };
    return { p50Ms: quantile(0.5), p99Ms: quantile(0.99), count: counts.reduce((sum, n) => sum + n, 0) };
  }
}
