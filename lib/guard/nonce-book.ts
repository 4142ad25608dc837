import { MINUTE } from "../base/clock";

export const HANDSHAKE_WINDOW_MS = 5 * MINUTE;
const MOST = 200_000;
/** Handshakes of one device within the window: one that went wild must not fill the book for all. */
const MOST_OF_ONE = 1000;

/** Nonces that were used, for as long as their time would still be taken. Times are UTC ms of the wall's clock. */
export class NonceBook {
  private readonly used = new Map<string, { deviceId: string; ts: number }>();
  private readonly byDevice = new Map<string, number>();
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
    const count = this.byDevice.get(deviceId) ?? 0;
    if (this.used.size >= MOST || count >= MOST_OF_ONE) return false;
    this.used.set(id, { deviceId, ts });
    this.byDevice.set(deviceId, count + 1);
    return true;
  }

  private forget(now: number): void {
    for (const [id, { deviceId, ts }] of this.used) {
      if (now - ts <= 2 * HANDSHAKE_WINDOW_MS) break;
      this.used.delete(id);
      const left = (this.byDevice.get(deviceId) ?? 1) - 1;
      if (left > 0) this.byDevice.set(deviceId, left);
      else this.byDevice.delete(deviceId);
    }
  }
}
