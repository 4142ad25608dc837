import { DAY, HOUR, MINUTE } from "@/lib/base/clock";

export type Elapsed = { unit: "now" | "seconds" | "minutes" | "hours" | "days"; count: number };

/** How long ago, in the largest unit that fits; under five seconds, and anything ahead, is "now". All in milliseconds. */
export function elapsed(at: number, now: number): Elapsed {
  const ms = now - at;
  if (ms < 5000) return { unit: "now", count: 0 };
  if (ms < MINUTE) return { unit: "seconds", count: Math.floor(ms / 1000) };
  if (ms < HOUR) return { unit: "minutes", count: Math.floor(ms / MINUTE) };
  if (ms < 2 * DAY) return { unit: "hours", count: Math.floor(ms / HOUR) };
  return { unit: "days", count: Math.floor(ms / DAY) };
}
