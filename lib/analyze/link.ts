import type { LinkState } from "../contract/device";

export const LATE_AFTER = 1.5;
export const OFFLINE_AFTER = 3;

/** How a device's line stands at `now`; all three in milliseconds. `lastSeenAt` null: it has never spoken. */
export function linkOf(lastSeenAt: number | null, keepAliveMs: number, now: number): LinkState {
  if (lastSeenAt === null) return "never";
  const silence = now - lastSeenAt;
  if (silence <= keepAliveMs * LATE_AFTER) return "fresh";
  return silence <= keepAliveMs * OFFLINE_AFTER ? "late" : "offline";
}
