import type { Run } from "../history/run";
import { runsBetween } from "../history/runs";
import type { Store } from "../open";

/** Between two slices of the disk's log, as many times as long as the slice took: nobody waits for what an alert rests on. */
const REST = 10;

/** Every reading of some streams with from ≤ at ≤ to (UTC ms), in order of time, as columns by stream: what alerts rest on. */
export function readingsBetween(
  { history }: Store,
  streams: readonly number[],
  from: number,
  to: number,
): Promise<Map<number, Run>> {
  return runsBetween(history, streams, from, to, REST);
}
