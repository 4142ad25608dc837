/** What refusing one costs the city, times a hundred: who is over its share takes 1 % of the city's time. */
const DEAF_MS = { frame: 2, request: 15 } as const;
const DEAF_MS_LEAST = 20;
const DEAF_MS_MOST = 2000;
/** Signs of life of one device in a second; each is cheap, and none waits for a commit that could slow it. */
const MOST_STATUSES = 20;

/**
 * Who is not listened to for a moment. A refusal is cheap but not free, and what a device sends while its line is not read
 * stays in its own buffers: so a flood slows itself, before anybody has parsed it. Times in ms of one steady clock.
 */
export class Hearing {
  private readonly until = new Map<string, number>();
  private readonly statuses = new Map<string, { endsAt: number; count: number }>();

  /** Whether one more sign of life of this device is taken now. */
  takesStatus(deviceId: string, now: number): boolean {
    const open = this.statuses.get(deviceId);
    if (open && open.endsAt > now) return ++open.count <= MOST_STATUSES;
    this.statuses.set(deviceId, { endsAt: now + 1000, count: 1 });
    return true;
  }

  /** Something of this device was refused for being too much. */
  refused(deviceId: string, what: keyof typeof DEAF_MS, now: number): void {
    const until = Math.max((this.until.get(deviceId) ?? 0) + DEAF_MS[what], now + DEAF_MS_LEAST);
    this.until.set(deviceId, Math.min(until, now + DEAF_MS_MOST));
  }

  /** How long the device is not listened to from now on; 0: it is. */
  waitMs(deviceId: string, now: number): number {
    const until = this.until.get(deviceId);
    if (until === undefined) return 0;
    if (until > now) return until - now;
    this.until.delete(deviceId);
    return 0;
  }
}
