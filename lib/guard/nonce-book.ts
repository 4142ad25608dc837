import { MINUTE } from "../base/clock";

export const HANDSHAKE_WINDOW_MS = 5 * MINUTE;
const MOST = 200_000;

/** Nonces that were used, for as long as their time would still be taken. Times are UTC ms of the wall's clock. */
export class NonceBook {
  private readonly used = new Map<string, number>();
  private readonly startedAt: number;

  constructor(startedAt: number) {
    this.startedAt = startedAt;
  }

  /** True once for a nonce whose time lies within 5 minutes; a time before this start is refused, since what was used then is forgotten. */
  use(deviceId: string, nonce: string, ts: number, now: number): boolean {
    if (!(Math.abs(now - ts) <= HANDSHAKE_WINDOW_MS) || ts < this.startedAt) return false;
    const id = `${deviceId}\n${nonce}`;
    if (this.used.has(id)) return false;
    this.forget(now);
    if (this.used.size >= MOST) return false;
    this.used.set(id, ts);
    return true;
  }

  private forget(now: number): void {
    for (const [id, ts] of this.used) {
      if (now - ts <= 2 * HANDSHAKE_WINDOW_MS) break;
      this.used.delete(id);
    }
  }
}
