import type { Key, Plan } from "./plan";
import { type Verdict, Watch } from "./watch";

/** One reading of a stream, or minutes of silence under their key; event time, UTC ms. */
export type Sample = { key: Key; at: number; value: number };

/**
 * The verdicts that the live judge gives on the same samples in the same order, from a fresh start: `planOf` one rule version,
 * the devices and the zones gives the plan. As in the river, a repetition counts once, and what is not newer than its stream is
 * told to the meters and not judged.
 */
export function* replay(plan: Plan, samples: Iterable<Sample>): Generator<Verdict> {
  const watch = new Watch();
  watch.bind(plan);
  const newest = new Map<Key, number>();
  const doubted = new Set<string>();
  let verdicts: Verdict[] = [];
  for (const { key, at, value } of samples) {
    if (at <= (newest.get(key) ?? Number.NEGATIVE_INFINITY)) {
      if (!doubted.has(`${key} ${at}`)) watch.recall(key, at, value);
      continue;
    }
    newest.set(key, at);
    watch.sample(key, at, value, verdicts);
    const doubts = watch.doubts.doubted;
    if (verdicts.length + doubts.length === 0) continue;
    for (const doubt of doubts) doubted.add(`${doubt.key} ${doubt.at}`);
    yield* verdicts;
    watch.settle();
    verdicts = [];
  }
}
