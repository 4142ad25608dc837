import type { Clock } from "./base/clock";
import { Chronicle } from "./live/chronicle";
import type { Content } from "./live/rooms";
import type { Store } from "./store/open";
import { putTold } from "./store/past/put-told";
import { lastTold, toldAt } from "./store/past/told-at";

export type KeepPast = {
  /** What stands now is told, as far as it was not: a start. */
  begin(): void;
  /** What the screens are told, in its order. */
  take(now: number, content: Content): void;
  /** Stores what was told since; resolves when it is readable. Throws where nothing can be stored: it is tried again. */
  flush(): Promise<void>;
};

/**
 * Keeps what the screens are told. It follows the commits by a second at most: what a crash took is found by the next start, which
 * writes down what stands and was not told. `standing` is everything that stands now.
 */
export async function keepPast(store: Store, clock: Clock, standing: () => Content): Promise<KeepPast> {
  const { seq, frame } = lastTold(store);
  const chronicle = new Chronicle(await toldAt(store, Number.MAX_SAFE_INTEGER), seq, frame);
  const begin = () => chronicle.takeAll(clock.now(), standing());
  return {
    begin,
    take: (now, content) => chronicle.take(now, content),
    flush: async () => {
      if (chronicle.gap) begin();
      while (chronicle.busy)
        await putTold(
          store,
          () => chronicle.pending(),
          (told) => chronicle.written(told),
        );
    },
  };
}
