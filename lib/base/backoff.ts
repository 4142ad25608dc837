/** Milliseconds to wait before try number `attempt` (0 first): doubling, capped, with jitter so that a thousand do not come back at once. */
export function backoffMs(attempt: number, random: () => number, baseMs = 500, capMs = 60_000): number {
  const full = Math.min(capMs, baseMs * 2 ** Math.min(attempt, 16));
  return Math.round(full * (0.5 + random() * 0.5));
}
