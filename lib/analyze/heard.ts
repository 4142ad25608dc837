import type { Plausible } from "../kinds/kind";
import { type Believed, type Word, wordOf } from "./plausible";

/** What a stream said when the city was last up. */
export type HeardBefore = Believed & { sameSince: number };

const nothing: HeardBefore = {
  at: Number.NEGATIVE_INFINITY,
  value: Number.NaN,
  sameSince: Number.NEGATIVE_INFINITY,
  doubtAt: Number.NEGATIVE_INFINITY,
  doubtValue: Number.NaN,
};

/** What is heard of one stream. Plain numbers, copied in place: a reading costs no memory. */
export class Heard implements HeardBefore {
  at = nothing.at;
  value = nothing.value;
  /** Since when it has said this very value, event time. */
  sameSince = nothing.sameSince;
  doubtAt = nothing.doubtAt;
  doubtValue = nothing.doubtValue;
  /** Older than this the newest reading is not the present any more, ms. */
  readonly staleAfterMs: number;
  private readonly limit: Plausible | undefined;
  private readonly was = { ...nothing };

  constructor(limit: Plausible | undefined, staleAfterMs: number, before: HeardBefore = nothing) {
    this.limit = limit;
    this.staleAfterMs = staleAfterMs;
    copy(before, this);
  }

  /** Keeps what is known now, for `undo`. */
  mark(): void {
    copy(this, this.was);
  }

  undo(): void {
    copy(this.was, this);
  }

  /** Whether its newest reading is kept back. */
  get doubted(): boolean {
    return this.doubtAt > nothing.doubtAt;
  }

  /** Takes a reading newer than all before. */
  take(at: number, value: number): Word {
    const word = this.limit ? wordOf(this.limit, this, this.staleAfterMs, at, value) : "plausible";
    if (word === "doubted") {
      this.doubtAt = at;
      this.doubtValue = value;
      return word;
    }
    if (word === "confirmed" && value === this.doubtValue) this.sameSince = this.doubtAt;
    else if (value !== this.value) this.sameSince = at;
    this.at = at;
    this.value = value;
    this.doubtAt = nothing.doubtAt;
    this.doubtValue = nothing.doubtValue;
    return word;
  }
}

function copy(from: HeardBefore, to: HeardBefore): void {
  to.at = from.at;
  to.value = from.value;
  to.sameSince = from.sameSince;
  to.doubtAt = from.doubtAt;
  to.doubtValue = from.doubtValue;
}
