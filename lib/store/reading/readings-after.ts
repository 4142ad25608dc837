import { runsBetween } from "../history/runs";
import type { Store } from "../open";
import { doubtsAfter } from "./doubts-after";

/** Believed readings of some streams later than `after` (UTC ms), in order of time: what a rule that looks back needs after a restart. */
export async function readingsAfter(
  store: Store,
  streams: readonly number[],
  after: number,
): Promise<{ stream: number; at: number; value: number }[]> {
  const doubts = await doubtsAfter(store, streams, after);
  const doubted = new Set(doubts.map((it) => `${it.stream} ${it.at}`));
  const rows: { stream: number; at: number; value: number }[] = [];
  for (const [stream, run] of await runsBetween(store.history, streams, after + 1, Number.POSITIVE_INFINITY))
    run.at.forEach((at, i) => {
      if (!doubted.has(`${stream} ${at}`)) rows.push({ stream, at, value: run.value[i] ?? 0 });
    });
  return rows.sort((a, b) => a.at - b.at);
}
