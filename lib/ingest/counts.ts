import { Buckets } from "../base/buckets";

/** A frame on its way to the disk: when it arrived, and whether it has been answered. */
type Waiting = { at: number; answered: boolean };
export type RefusedBy = { deviceId: string; count: number };

/** What came in since the start and what became of it; the river counts, health and metrics read. */
export class IngestCounts {
  /** Readings that are stored and judged. */
  accepted = 0;
  /** Readings that were stored already. */
  duplicates = 0;
  /** Frames by the time from their arrival to their answer, ms. */
  readonly lag = new Buckets([1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000]);
  /** Commits by how many readings they stored. */
  readonly group = new Buckets([1, 10, 50, 100, 500, 1000, 2000, 5000, 10_000]);
  /** Readings refused alone, by code. */
  readonly refusedByCode = new Map<string, number>();
  /** Frames refused whole, by code: `busy`, `storage-unavailable`, `malformed`, `too-large`, `unauthorized`. */
  readonly framesRefusedByCode = new Map<string, number>();
  /** Both, by the device that sent them: registered devices only, so it is bounded by their number. */
  private readonly byDevice = new Map<string, number>();

  /** Frames by arrival, from `oldest` on; the answered ones among them go when they are the oldest. */
  private waiting: Waiting[] = [];
  private oldest = 0;

  /** A frame waits for the disk from now on (performance.now()); `left` ends it. */
  arrived(at: number): Waiting {
    const frame = { at, answered: false };
    this.waiting.push(frame);
    return frame;
  }

  left(frame: Waiting): void {
    frame.answered = true;
    while (this.waiting[this.oldest]?.answered) this.oldest++;
    if (this.oldest * 2 < this.waiting.length) return;
    this.waiting = this.waiting.slice(this.oldest);
    this.oldest = 0;
  }

  /** How long the oldest unanswered frame has waited, ms; 0 where none waits. */
  oldestMs(now: number): number {
    const frame = this.waiting[this.oldest];
    return frame ? now - frame.at : 0;
  }

  stored(accepted: number, duplicates: number, lagMs: number): void {
    this.accepted += accepted;
    this.duplicates += duplicates;
    this.lag.add(lagMs);
  }

  refuseReading(deviceId: string, code: string): void {
    add(this.refusedByCode, code);
    add(this.byDevice, deviceId);
  }

  refuseFrame(deviceId: string, code: string): void {
    add(this.framesRefusedByCode, code);
    add(this.byDevice, deviceId);
  }

  /** Readings refused alone. */
  get refused(): number {
    let sum = 0;
    for (const count of this.refusedByCode.values()) sum += count;
    return sum;
  }

  /** Frames answered `busy`. */
  get busy(): number {
    return this.framesRefusedByCode.get("busy") ?? 0;
  }

  /** The devices that were refused most, readings and frames together, worst first. */
  mostRefused(most: number): RefusedBy[] {
    return [...this.byDevice]
      .map(([deviceId, count]) => ({ deviceId, count }))
      .sort((a, b) => b.count - a.count)
      .slice(0, most);
  }
}

function add(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}
