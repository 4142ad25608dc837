import type { Clock } from "../base/clock";

/** The device's own clock as it stood at the start, and what has passed since: somebody who sets it meanwhile changes nothing. */
export function steadyClock(): Clock {
  const since = Date.now() - performance.now();
  return { now: () => Math.round(since + performance.now()) };
}
