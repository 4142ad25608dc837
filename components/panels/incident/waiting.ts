import { MINUTE } from "@/lib/base/clock";
import type { Assignment } from "@/lib/contract/incident";

/** How loud a request is that nobody has answered. */
export type Loudness = "new" | "waiting" | "overdue";

/** House values, not official ones: an unanswered request is called by phone after three minutes. */
export const WAITING_AFTER_MS = MINUTE;
export const OVERDUE_AFTER_MS = 3 * MINUTE;

/** Milliseconds that a request has waited for an answer by the city's clock; null once it is answered. */
export function waitedMs(assignment: Assignment, now: number): number | null {
  return assignment.state === "requested" ? Math.max(0, now - assignment.requestedAt) : null;
}

export function loudnessOf(waited: number): Loudness {
  if (waited >= OVERDUE_AFTER_MS) return "overdue";
  return waited >= WAITING_AFTER_MS ? "waiting" : "new";
}

/** A stopwatch: 02:14, or 1:02:14 from an hour on. */
export function stopwatch(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1000));
  const [h, m, s] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const tail = `${String(m).padStart(2, "0")}:${String(s).padStart(2, "0")}`;
  return h > 0 ? `${h}:${tail}` : tail;
}
