/** Where "now" comes from. Everything that needs the time is handed one; an exercise hands in the recording's. */
export type Clock = {
  /** UTC milliseconds. */
  now(): number;
};

/** A clock that measures spans too: setting the wall's clock, forwards or back, moves `now` and never `steady`. */
export type SteadyClock = Clock & {
  /** Milliseconds since some instant: only differences mean anything, and only within one run. */
  steady(): number;
};

export const wallClock: SteadyClock = { now: () => Date.now(), steady: () => performance.now() };

export const MINUTE = 60_000;
export const HOUR = 3_600_000;
export const DAY = 86_400_000;
/** Korea keeps one offset the year round: +09:00. */
export const KST_OFFSET_MS = 9 * HOUR;

/** Milliseconds of ISO 8601 text with an offset, or of a number that is already epoch milliseconds; NaN for anything else. */
export function instantOf(at: unknown): number {
  if (typeof at === "number") return Number.isInteger(at) ? at : Number.NaN;
  if (typeof at !== "string" || !ISO_WITH_OFFSET.test(at)) return Number.NaN;
  return dayExists(at) ? Date.parse(at) : Number.NaN;
}

/** Date.parse takes 30 February for 2 March. */
function dayExists(at: string): boolean {
  const day = Number(at.slice(8, 10));
  return day <= 28 || new Date(Date.parse(`${at.slice(0, 10)}T00:00:00Z`)).getUTCDate() === day;
}

const ISO_WITH_OFFSET = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,9})?)?(Z|[+-]\d\d:?\d\d)$/;
