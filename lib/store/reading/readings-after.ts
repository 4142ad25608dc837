import { runsBetween } from "../history/runs";
import type { Store } from "../open";

/** Readings of some streams later than `after` (UTC ms), in order of time: what a window rule needs after a restart. */
export async function readingsAfter(
  { history }: Store,
  streams: readonly number[],
  after: number,
): Promise<{ stream: number; at: number; value: number }[]> {
  const rows: { stream: number; at: number; value: number }[] = [];
  for (const [stream, run] of await runsBetween(history, streams, after + 1, Number.POSITIVE_INFINITY))
    run.at.forEach((at, i) => {
      rows.push({ stream, at, value: run.value[i] ?? 0 });
    });
  return rows.sort((a, b) => a.at - b.at);
}
