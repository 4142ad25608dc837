import { bruteForce } from "../../lib/store/history/brute-force";
import { type Run, runOf, union } from "../../lib/store/history/run";
import type { Store } from "../../lib/store/open";
import { readSeries } from "../../lib/store/reading/series";
import { readingOf, type Source } from "./mix";

/** Every reading of a source in from ≤ due < to, from its formula and not from any database, with what came late. */
export function truthOf(source: Source, place: number, start: number, to: number, late: readonly Late[]): Run {
  const size = Math.ceil((to - start) / source.everyMs);
  const run = { at: new Float64Array(size), value: new Float64Array(size) };
  for (let k = 0; k < size; k++) {
    const { at, value } = readingOf(source, place, start, k);
    run.at[k] = at;
    run.value[k] = value;
  }
  const own = late.filter((l) => l.place === place).sort((a, b) => a.at - b.at);
  return union(run, runOf(own.map(({ at, value }) => [at, value] as const))).all;
}

export type Late = { place: number; at: number; value: number };
export type Window = { from: number; to: number; points: number };

/** How many of these charts of a source are not what the plain list of its readings gives. */
export async function unequal(store: Store, source: Source, truth: Run, windows: readonly Window[]): Promise<number> {
  let wrong = 0;
  for (const { from, to, points } of windows) {
    const answer = await readSeries(store, { deviceId: source.device, stream: source.stream, from, to, points });
    if (JSON.stringify(answer) !== JSON.stringify(bruteForce(truth, from, to, points))) wrong++;
  }
  return wrong;
}
