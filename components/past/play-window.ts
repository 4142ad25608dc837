import type { PastDelta } from "@/lib/contract/past";

/** So many seconds of the screen are fetched at once, and the next ones while these are left. */
const WINDOW_S = 10;
const LEFT_S = 6;
/** Steps a second of the screen. */
const STEPS_A_SECOND = 10;
const LEAST_STEP_MS = 100;

type Given = { at: number; fetchedTo: number; speed: number; end: number };

/** What to ask for next (UTC ms); null while enough is here, or nothing more has happened. `speed`: city seconds in one of the screen. */
export function nextWindow({ at, fetchedTo, speed, end }: Given): { from: number; to: number; stepMs: number } | null {
  const from = Math.round(fetchedTo);
  if (from - at > LEFT_S * 1000 * speed || from >= Math.floor(end)) return null;
  const to = Math.min(Math.floor(end), from + WINDOW_S * 1000 * speed);
  return { from, to, stepMs: Math.max(LEAST_STEP_MS, Math.round((1000 * speed) / STEPS_A_SECOND)) };
}

/** The steps that have happened by `reached`, and those that have not. Steps are in order. */
export function due(frames: readonly PastDelta[], reached: number): { now: PastDelta[]; later: PastDelta[] } {
  const first = frames.findIndex((frame) => frame.now > reached);
  const end = first < 0 ? frames.length : first;
  return { now: frames.slice(0, end), later: frames.slice(end) };
}
