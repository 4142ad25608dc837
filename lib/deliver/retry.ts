import { backoffMs } from "../base/backoff";
import { HOUR } from "../base/clock";
import type { WaitingNotice } from "../store/notice/pending-notices";
import type { Mark } from "../store/notice/settle-notices";

// The message of each is a code, and what belongs to it behind a space: the admin's page says it in both languages.

/** Nobody there, or nobody ready: no fault of the notice. `retryAfterMs` where the receiver said when. */
export class Unreachable extends Error {
  readonly retryAfterMs: number;
  constructor(message: string, retryAfterMs = 0) {
    super(message);
    this.retryAfterMs = retryAfterMs;
  }
}
/** The receiver is there and said no to this notice. */
export class Refused extends Error {}
/** It may never be sent. */
export class Forbidden extends Error {}
/** The device is not connected: not a try at all. */
export class Absent extends Error {}

/** A notice whose receiver is there and says no is given up after this many noes: two minutes, so that it holds up no other. */
export const MOST_REFUSALS = 8;
/** A notice whose receiver is not there is given up after this time: until then the receiver gets everything, in order. */
export const GIVE_UP_AFTER_MS = 24 * HOUR;
const FIRST_WAIT_MS = 1000;
const LONGEST_WAIT_MS = 60_000;
/** A receiver may ask for more time, but not for a day. */
const LONGEST_ASKED_MS = 600_000;

/** How a failed try leaves the notice: waiting for the next one, or given up. `now` is the wall's clock. */
export function afterFailure(notice: WaitingNotice, error: Error, now: number, random: () => number): Mark {
  const attempts = notice.attempts + 1;
  const refusals = notice.refusals + (error instanceof Refused ? 1 : 0);
  const firstTriedAt = notice.firstTriedAt ?? now;
  const dead = error instanceof Forbidden || refusals >= MOST_REFUSALS || now - firstTriedAt >= GIVE_UP_AFTER_MS;
  const asked = error instanceof Unreachable ? Math.min(error.retryAfterMs, LONGEST_ASKED_MS) : 0;
  return {
    ...{ seq: notice.seq, attempts, refusals, firstTriedAt, deliveredAt: null, lastError: error.message },
    state: dead ? "dead" : "pending",
    nextAttemptAt: dead
      ? null
      : now + Math.max(asked, backoffMs(notice.attempts, random, FIRST_WAIT_MS, LONGEST_WAIT_MS)),
  };
}

/** A notice that arrived. */
export function afterDelivery(notice: WaitingNotice, now: number): Mark {
  const { seq, attempts, refusals, firstTriedAt } = notice;
  const tried = { seq, attempts: attempts + 1, refusals, firstTriedAt: firstTriedAt ?? now };
  return { ...tried, state: "delivered", nextAttemptAt: null, deliveredAt: now, lastError: null };
}

/** A command that comes too late to be given. */
export function afterExpiry(notice: WaitingNotice, now: number): Mark {
  const { seq, attempts, refusals, firstTriedAt } = notice;
  const same = { seq, attempts, refusals, firstTriedAt: firstTriedAt ?? now };
  return { ...same, state: "dead", nextAttemptAt: null, deliveredAt: null, lastError: "expired" };
}
