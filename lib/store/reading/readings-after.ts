import { runsBetween } from "../history/runs";
import type { Store } from "../open";

/** Believed readings of some streams later than `after` (UTC ms), in order of time: what a rule that looks back needs after a restart. */
export async function readingsAfter(
  store: Store,
  streams: readonly number[],
  after: number,
): Promise<{ stream: number; at: number; value: number }[]> {
  const doubted = await doubtsAfter(store, streams, after);
  const rows: { stream: number; at: number; value: number }[] = [];
  for (const [stream, run] of await runsBetween(store.history, streams, after + 1, Number.POSITIVE_INFINITY))
    run.at.forEach((at, i) => {
      if (!doubted.has(`${stream} ${at}`)) rows.push({ stream, at, value: run.value[i] ?? 0 });
    });
  return rows.sort((a, b) => a.at - b.at);
}

/** "stream at" of readings that are not believed. */
async function doubtsAfter({ reader }: Store, streams: readonly number[], after: number): Promise<Set<string>> {
  const rows = await reader.$queryRaw<{ stream: bigint; at: bigint }[]>`
    SELECT d."stream", d."at" FROM json_each(${JSON.stringify(streams)}) e JOIN "Doubt" d ON d."stream" = e.value AND d."at" > ${after}`;
  return new Set(rows.map((row) => `${row.stream} ${row.at}`));
}
