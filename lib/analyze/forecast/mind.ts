import { decide, type ForecastMemory, type ForecastWord, firstMemory, type Operating } from "./decide";
import type { ForecastBar } from "./plan-forecasts";

/** What is kept in mind of one level of one stream. */
export type MindKept = { memory: ForecastMemory; alertId: string | null };

/** One level of one stream: whether it is reached (as its rule says, not as the value says), and what is expected of it. */
export class Mind {
  memory: ForecastMemory = firstMemory;
  /** The forecast alert that stands. */
  alertId: string | null = null;
  readonly bar: ForecastBar;
  /** Nothing was judged yet: that the level is reached already was nobody's to foretell. */
  private fresh: boolean;
  /** When the level was reached and left, the newest last. */
  private overs: readonly { at: number; over: boolean }[];

  constructor(bar: ForecastBar, over: boolean, kept: MindKept | undefined) {
    this.bar = bar;
    this.overs = [{ at: Number.NEGATIVE_INFINITY, over }];
    this.fresh = !kept;
    if (kept) Object.assign(this, kept);
  }

  /** The rule says that the level is reached, or left. */
  turned(at: number, over: boolean): void {
    this.overs = [...this.overs.slice(-20), { at, over }];
  }

  /** Judges the level at an instant with the chance that it is reached; null where nobody can tell. */
  judge(operating: Operating, at: number, chance: number | null): ForecastWord {
    const over = this.overs.findLast((turn) => turn.at <= at)?.over ?? false;
    if (this.fresh && over) this.memory = { phase: "over" };
    this.fresh = false;
    const { memory, word } = decide(operating, this.memory, { at, over, chance });
    this.memory = memory;
    return word;
  }

  /** As it is now, to come back to. */
  saved(): () => void {
    const { memory, alertId, overs, fresh } = this;
    return () => void Object.assign(this, { memory, alertId, overs, fresh });
  }
}
