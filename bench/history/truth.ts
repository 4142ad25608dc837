import { bruteForce } from "../../lib/store/history/brute-force";
import { type Run, runOf } from "../../lib/store/history/run";
import type { Store } from "../../lib/store/open";
import { readSeries } from "../../lib/store/reading/series";
import { readingOf, type Source } from "./mix";

/** Every reading of a source in from ≤ due < to, from its formula and not from any database, with what came late. */
export function truthOf(source: Source, place: number, start: number, to: number, late: readonly Late[]): Run {
  const rows: [number, number][] = late.filter((l) => l.place === place).map(({ at, value }) => [at, value]);
  for (let k = 0; start + k * source.everyMs < to; k++) {
    const { at, value } = readingOf(source, place, start, k);
    rows.push([at, value]);
  }
  return runOf(rows.sort((a, b) => a[0] - b[0]));
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
