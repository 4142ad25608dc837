import { emptyRun, type Run } from "../history/run";
import { runsBetween } from "../history/runs";
import type { Store } from "../open";

/** Every reading of one stream with from ≤ at ≤ to (UTC ms), in order of time, as columns: what an alert rests on. */
export async function readingsBetween({ history }: Store, stream: number, from: number, to: number): Promise<Run> {
  return (await runsBetween(history, [stream], from, to)).get(stream) ?? emptyRun;
}
