import { MINUTE } from "@/lib/base/clock";
import { firstOpen, type ResponseStep } from "@/lib/contract/deadline";
import type { Assignment } from "@/lib/contract/incident";
import { missingOf } from "./undone";

/** How loud a request is whose next step has not come: in time, soon late, late. */
export type Loudness = "new" | "waiting" | "overdue";

/** The step that is awaited now, and its clock. */
export type Clock = {
  step: ResponseStep;
  /** Milliseconds to the deadline, below 0 since it was missed; null where there is none. */
  leftMs: number | null;
  /** Since the request, ms. */
  waitedMs: number;
  loudness: Loudness;
};

/** Less than this before a deadline (house value, not official): the clock says that it will be late soon. */
export const SOON_MS = MINUTE;

/** The clock of a request by the city's time; null once they are there and nothing is owed any more, or it is over. */
export function clockOf(assignment: Assignment, now: number): Clock | null {
  const deadline = firstOpen(assignment.deadlines);
  const step = deadline?.step ?? missingOf(assignment);
  if (!step) return null;
  const leftMs = deadline ? deadline.dueAt - now : null;
  return { step, leftMs, waitedMs: Math.max(0, now - assignment.requestedAt), loudness: loudnessOf(leftMs) };
}

export function loudnessOf(leftMs: number | null): Loudness {
  if (leftMs === null || leftMs > SOON_MS) return "new";
  return leftMs > 0 ? "waiting" : "overdue";
}

/** A stopwatch: 02:14, or 1:02:14 from an hour on. */
export function stopwatch(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1000));
  const [h, m, s] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const tail = `${String(m).padStart(2, "0")}:${String(s).padStart(2, "0")}`;
  return h > 0 ? `${h}:${tail}` : tail;
}
