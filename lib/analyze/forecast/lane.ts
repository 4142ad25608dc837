import { MINUTE } from "../../base/clock";
import type { Key } from "../plan";
import type { Ear } from "./ear";
import { type Expect, type Expected, expectModel, expectTrend } from "./expect";
import type { Mind } from "./mind";
import type { Target } from "./plan-forecasts";
import { Series } from "./series";

/** An input that has told nothing for so long before an instant is not waited for. */
const LIVE_MS = 20 * MINUTE;
/** An instant whose inputs are not all there is judged without them after so long, by the city's steady clock. */
const WAIT_MS = 2 * MINUTE;
/** However often a level is told, it is forecast once a minute. */
const LEAST_STEP_MS = MINUTE;

type Waiting = { at: number; since: number };

/** One level that is forecast: which instants wait to be judged, and what was expected last. */
export class Lane {
  readonly target: Target;
  readonly minds: readonly Mind[];
  readonly level: Series;
  private newest: Expected | null = null;
  private readonly others: readonly Ear[];
  private readonly expect: Expect;
  private waiting: readonly Waiting[] = [];
  private judgedAt = Number.NEGATIVE_INFINITY;

  constructor(target: Target, minds: readonly Mind[], ears: ReadonlyMap<Key, Ear>) {
    const seriesOf = (key: Key) => ears.get(key)?.series ?? new Series();
    const streams = new Map([...target.inputs].map(([name, key]) => [name, seriesOf(key)]));
    this.target = target;
    this.minds = minds;
    this.level = seriesOf(target.key);
    this.others = [...target.inputs.values()].flatMap((key) => (key === target.key ? [] : (ears.get(key) ?? [])));
    this.expect = target.model ? expectModel(target.model, streams) : expectTrend(this.level);
  }

  /** The level was told of at `at` (event time), now (the steady clock). */
  told(at: number, steady: number): void {
    const last = this.waiting.at(-1)?.at ?? this.judgedAt;
    if (at - last >= LEAST_STEP_MS) this.waiting = [...this.waiting, { at, since: steady }];
  }

  /** What is expected at each instant of which all has been told, in order of time. */
  ready(steady: number): Expected[] {
    const found: Expected[] = [];
    while (this.waiting[0] && this.isReady(this.waiting[0], steady)) {
      const [{ at }, ...rest] = this.waiting as [Waiting, ...Waiting[]];
      this.waiting = rest;
      this.judgedAt = at;
      const expected = this.expect(at);
      if (!expected) continue;
      this.newest = expected;
      found.push(expected);
    }
    return found;
  }

  private isReady({ at, since }: Waiting, steady: number): boolean {
    if (steady - since >= WAIT_MS) return true;
    return this.others.every(({ series: { newest } }) => newest >= at || newest < at - LIVE_MS);
  }

  get isWaiting(): boolean {
    return this.waiting.length > 0;
  }

  /** What is expected as of the newest reading. */
  now(): Expected | null {
    const { newest } = this.level;
    return this.newest?.outlook.at === newest ? this.newest : this.expect(newest);
  }

  /** As it is now, to come back to. */
  saved(): () => void {
    const { newest, waiting, judgedAt } = this;
    const minds = this.minds.map((mind) => mind.saved());
    return () => {
      Object.assign(this, { newest, waiting, judgedAt });
      for (const back of minds) back();
    };
  }
}
