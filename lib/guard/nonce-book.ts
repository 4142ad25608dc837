import { MINUTE, type SteadyClock } from "../base/clock";

export const HANDSHAKE_WINDOW_MS = 5 * MINUTE;
const MOST = 200_000;
/** Handshakes of one device within the window: one that went wild must not fill the book for all. */
const MOST_OF_ONE = 1000;

/** Nonces that were used, for as long as their time would still be taken. Times are UTC ms of the wall's clock. */
export class NonceBook {
  private readonly used = new Map<string, { deviceId: string; at: number }>();
  private readonly byDevice = new Map<string, number>();
  private readonly clock: SteadyClock;
  private readonly since: number;

  /** `since`: the steady clock at the city's start. */
  constructor(clock: SteadyClock, since = clock.steady()) {
    this.clock = clock;
    this.since = since;
  }

  /**
   * True once for a nonce whose time lies within 5 minutes; a time before this start is refused, since what was used then is
   * forgotten. How long ago the start was is counted steadily: a wall that was ahead at the start, and was set right, locks nobody out.
   */
  use(deviceId: string, nonce: string, ts: number, now: number): boolean {
    const steady = this.clock.steady();
    if (!(Math.abs(now - ts) <= HANDSHAKE_WINDOW_MS) || ts < now - (steady - this.since)) return false;
    const id = `${deviceId}\n${nonce}`;
    if (this.used.has(id)) return false;
    this.forget(steady);
    const count = this.byDevice.get(deviceId) ?? 0;
    if (this.used.size >= MOST || count >= MOST_OF_ONE) return false;
    this.used.set(id, { deviceId, at: steady });
    this.byDevice.set(deviceId, count + 1);
    return true;
  }

  private forget(steady: number): void {
    for (const [id, { deviceId, at }] of this.used) {
      if (steady - at <= 2 * HANDSHAKE_WINDOW_MS) break;
      this.used.delete(id);
      const left = (this.byDevice.get(deviceId) ?? 1) - 1;
      if (left > 0) this.byDevice.set(deviceId, left);
      else this.byDevice.delete(deviceId);
    }
  }
}
