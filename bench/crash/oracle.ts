import type { Asked } from "./rules";

/** The readings of one stream that the city has acknowledged, in order of event time (UTC ms). */
export type Acknowledged = { at: number[]; value: number[] };
/** When an alert was raised and when it cleared (null: it stands), event time. */
export type Span = [raisedAt: number, clearedAt: number | null];

/** The alerts that must have come of these readings, by reading the rule's words and nothing of the city. */
export function alertsOf({ raise, clear, holdMs, holdDownMs, sumMs }: Asked, { at, value }: Acknowledged): Span[] {
  const told = sumMs > 0 ? sums(at, value, sumMs) : value;
  const spans: Span[] = [];
  for (let i = 0; ; i++) {
    i = lasting(at, told, i, (mm) => mm >= raise, holdMs);
    const raisedAt = at[i];
    if (raisedAt === undefined) return spans;
    i = lasting(at, told, i + 1, (mm) => mm <= clear, holdDownMs);
    spans.push([raisedAt, at[i] ?? null]);
  }
}

/** Index of the reading, from the i-th on, at which it has fitted for `ms` without a break; beyond the last where it never does. */
function lasting(at: number[], told: number[], i: number, fits: (mm: number) => boolean, ms: number): number {
  let since: number | null = null;
  for (; i < at.length; i++) {
    const now = at[i] ?? 0;
    if (!fits(told[i] ?? 0)) since = null;
    else since ??= now;
    if (since !== null && now - since >= ms) return i;
  }
  return i;
}

/** Sum over the last `ms` at each reading, its own included. */
function sums(at: number[], value: number[], ms: number): number[] {
  let [from, sum] = [0, 0];
  return at.map((now, i) => {
    sum += value[i] ?? 0;
    for (; (at[from] ?? now) <= now - ms; from++) sum -= value[from] ?? 0;
    return sum;
  });
}
