import { backoffMs } from "../base/backoff";
import type { Clock } from "../base/clock";
import { isFailure } from "../base/failure";
import type { Feed, FeedId } from "../contract/official";

export type PollerOptions = {
  id: FeedId;
  everyMs: number;
  clock: Clock;
  random(): number;
  /** One round: asks and takes in what is new. Throws where the source did not answer as it should. */
  work(): Promise<void>;
  /** After each try. */
  tell(feed: Feed): void;
  /** When the source answered last, as far as this city remembers (UTC ms). */
  succeededAt: number | null;
  /** Does something later; gives what calls it off. */
  later?(work: () => void, ms: number): () => void;
};

/** A source that is down is asked at least this often, and one that refuses the key no oftener. */
const SLOWEST_MS = 15 * 60_000;

/** Milliseconds until the next try after `failures` in a row; a refused key is not asked about again and again. */
export function nextWait(everyMs: number, failures: number, refused: boolean, random: () => number): number {
  if (failures === 0) return everyMs;
  if (refused) return SLOWEST_MS;
  return backoffMs(failures - 1, random, Math.min(everyMs, 10_000), SLOWEST_MS);
}

/** Asks one source again and again, one try at a time; every failure is kept for people to see, none ends it. */
export class Poller {
  private feed: Feed;
  private callOff: () => void = () => undefined;
  private stopped = false;
  private readonly options: PollerOptions;

  constructor(options: PollerOptions) {
    this.options = options;
    const { id, everyMs, succeededAt } = options;
    const untried = { triedAt: null, nextTryAt: null, problem: null, failures: 0 };
    this.feed = { id, configured: true, everyMs, succeededAt, ...untried };
  }

  get state(): Feed {
    return this.feed;
  }

  start(): void {
    void this.round();
  }

  stop(): void {
    this.stopped = true;
    this.callOff();
  }

  /** One try, and the next one put on the clock. */
  async round(): Promise<void> {
    const { clock, work, random, tell } = this.options;
    const triedAt = clock.now();
    const problem = await work().then(
      () => null,
      (error: unknown) => problemOf(error),
    );
    const failures = problem ? this.feed.failures + 1 : 0;
    const wait = nextWait(this.feed.everyMs, failures, problem?.code === "forbidden", random);
    const succeededAt = problem ? this.feed.succeededAt : clock.now();
    this.feed = { ...this.feed, triedAt, succeededAt, problem, failures, nextTryAt: clock.now() + wait };
    if (this.stopped) return;
    tell(this.feed);
    const { later = afterMs } = this.options;
    this.callOff = later(() => void this.round(), wait);
  }
}

function afterMs(work: () => void, ms: number): () => void {
  const timer = setTimeout(work, ms).unref();
  return () => clearTimeout(timer);
}

function problemOf(error: unknown): { code: string; message: string } {
  if (isFailure(error)) return { code: error.code, message: error.message };
  return { code: "internal", message: "The answer could not be taken in; the error is in the city's log." };
}
