import { bulkhead, TaskCancelledError, TimeoutStrategy, timeout, wrap } from "cockatiel";
import { Unreachable } from "./retry";

/** A receiver that has not answered by then is not there. */
const TRY_MS = 10_000;

export type Within = (work: (signal: AbortSignal) => Promise<void>) => Promise<void>;

/** Bounds that the receivers of one channel share: `atOnce` tries at a time, each for 10 s at most; all end when `stop` does. */
export function createBounds(atOnce: number, stop: AbortSignal): Within {
  const policy = wrap(bulkhead(atOnce, Number.POSITIVE_INFINITY), timeout(TRY_MS, TimeoutStrategy.Aggressive));
  return async (work) => {
    try {
      await policy.execute(({ signal }) => work(signal), stop);
    } catch (error) {
      throw error instanceof TaskCancelledError ? new Unreachable("no-answer") : error;
    }
  };
}
