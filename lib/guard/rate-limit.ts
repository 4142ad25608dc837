import { Failure } from "../base/failure";

const MOST_KEYS = 50_000;

/** So many calls in a window for each key; memory stays bounded. Times in ms of the wall's clock. */
export class RateLimit {
  private windows = new Map<string, { endsAt: number; calls: number }>();
  private readonly most: number;
  private readonly windowMs: number;

  constructor(most: number, windowMs: number) {
    this.most = most;
    this.windowMs = windowMs;
  }

  /** Counts one call; throws Failure `too-many` beyond the limit. */
  take(key: string, now: number): void {
    const open = this.windows.get(key);
    if (!open || open.endsAt <= now) {
      this.open(key, now);
      return;
    }
    open.calls++;
    if (open.calls > this.most) {
      const seconds = Math.ceil((open.endsAt - now) / 1000);
      throw new Failure("too-many", `Too many calls. Try again in ${seconds} s.`, { retryAfterSeconds: seconds });
    }
  }

  private open(key: string, now: number): void {
    if (this.windows.size >= MOST_KEYS) this.windows = new Map([...this.windows].filter(([, w]) => w.endsAt > now));
    if (this.windows.size >= MOST_KEYS) this.windows.clear();
    this.windows.set(key, { endsAt: now + this.windowMs, calls: 1 });
  }
}
