/** What was read within the last `windowMs`, kept for one stream. */
export type Window = {
  /** Adds a reading; false where one at that instant is there already (the first counts) or it is too old to matter. */
  push(at: number, value: number): boolean;
  /** Sum over (at − windowMs, at], exact to a millionth. `at` may be later than the newest reading: time alone empties it. */
  sum(at: number): number;
  /** Mean over (at − windowMs, at]; NaN while its readings span less than half of the window: after a gap one value is no mean. */
  mean(at: number): number;
};

// Whole millionths add without error: ten times 0.1 mm is 1 mm, on the threshold and not just under it.
const PARTS = 1_000_000;
const COMPACT_AFTER = 64;

/**
 * An empty window. Readings may come out of order; what is older than the window before the newest is forgotten. In a sum a reading is
 * what came since the one before it: where that is longer ago than the window (but not than `staleAfterMs`, when nobody knows), only
 * its share counts. An hour's 24 mm are not 24 mm in a quarter of an hour.
 */
export function createWindow(windowMs: number, staleAfterMs = 0): Window {
  /** When the last reading came that is forgotten. */
  let edge = Number.NEGATIVE_INFINITY;
  let times: number[] = [];
  let parts: number[] = [];
  let head = 0;
  let total = 0;

  const newest = () => times.at(-1) ?? Number.NEGATIVE_INFINITY;

  function forget(upTo: number): void {
    while (head < times.length && (times[head] ?? 0) <= upTo) {
      edge = Math.max(edge, times[head] ?? edge);
      total -= parts[head++] ?? 0;
    }
    if (head < COMPACT_AFTER || head * 2 < times.length) return;
    times = times.slice(head);
    parts = parts.slice(head);
    head = 0;
  }

  /** Index of the first kept reading later than `at`. */
  function after(at: number): number {
    let low = head;
    let high = times.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((times[middle] ?? 0) <= at) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  function sum(at: number): number {
    let sum = total;
    for (let i = head; i < times.length && (times[i] ?? 0) <= at - windowMs; i++) sum -= parts[i] ?? 0;
    for (let i = times.length - 1; i >= head && (times[i] ?? 0) > at; i--) sum -= parts[i] ?? 0;
    return (sum - elsewhere(at)) / PARTS;
  }

  /** What of the window's first reading fell before the window. */
  function elsewhere(at: number): number {
    const first = after(at - windowMs);
    const time = times[first] ?? Number.POSITIVE_INFINITY;
    const spanMs = time - (first > head ? (times[first - 1] ?? edge) : edge);
    if (time > at || spanMs <= windowMs || spanMs > staleAfterMs) return 0;
    return (parts[first] ?? 0) * (1 - windowMs / spanMs);
  }

  return {
    push(at, value) {
      if (!Number.isFinite(at) || !Number.isFinite(value)) return false;
      if (at <= newest() - windowMs) {
        edge = Math.max(edge, at);
        return false;
      }
      const index = at > newest() ? times.length : after(at);
      if (index > head && times[index - 1] === at) return false;
      const part = Math.round(value * PARTS);
      times.splice(index, 0, at);
      parts.splice(index, 0, part);
      total += part;
      forget(newest() - windowMs);
      return true;
    },
    sum,
    mean(at) {
      const first = after(at - windowMs);
      const end = after(at);
      const spans = end > first && at - (times[first] ?? at) >= windowMs / 2;
      return spans ? sum(at) / (end - first) : Number.NaN;
    },
  };
}
