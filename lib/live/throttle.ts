import type { ValueDelta } from "../contract/live";

const SPACING_MS = 100;
type Sent = { lastMs: number; waiting: ValueDelta | null };

/** At most ten values a second of each stream: the first goes at once, the newest of what follows when its time has come. */
export class ValueThrottle {
  private readonly streams = new Map<number, Sent>();
  private readonly waiting = new Set<Sent>();
  private timer: NodeJS.Timeout | null = null;
  private readonly send: (values: ValueDelta[]) => void;

  constructor(send: (values: ValueDelta[]) => void) {
    this.send = send;
  }

  offer(values: Iterable<[stream: number, value: ValueDelta]>): void {
    const now = performance.now();
    const due: ValueDelta[] = [];
    for (const [stream, value] of values) {
      const sent = this.streams.get(stream) ?? { lastMs: Number.NEGATIVE_INFINITY, waiting: null };
      this.streams.set(stream, sent);
      if (now - sent.lastMs >= SPACING_MS && !sent.waiting) {
        sent.lastMs = now;
        due.push(value);
      } else {
        sent.waiting = value;
        this.waiting.add(sent);
      }
    }
    if (due.length > 0) this.send(due);
    if (this.waiting.size > 0) this.timer ??= setTimeout(() => this.flush(), SPACING_MS);
  }

  private flush(): void {
    this.timer = null;
    const now = performance.now();
    const due: ValueDelta[] = [];
    for (const sent of this.waiting) {
      if (sent.waiting) due.push(sent.waiting);
      sent.waiting = null;
      sent.lastMs = now;
    }
    this.waiting.clear();
    if (due.length > 0) this.send(due);
  }

  stop(): void {
    if (this.timer) clearTimeout(this.timer);
  }
}
