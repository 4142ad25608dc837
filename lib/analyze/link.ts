import type { LinkState } from "../contract/device";

export const LATE_AFTER = 1.5;
export const OFFLINE_AFTER = 3;

/** How a device's line stands after `silenceMs` without a sign of life; null: it has never spoken. Both in milliseconds. */
export function linkOf(silenceMs: number | null, keepAliveMs: number): LinkState {
  if (silenceMs === null) return "never";
  if (silenceMs <= keepAliveMs * LATE_AFTER) return "fresh";
  return silenceMs <= keepAliveMs * OFFLINE_AFTER ? "late" : "offline";
}
