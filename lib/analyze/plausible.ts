import { MINUTE } from "../base/clock";
import type { Plausible } from "../kinds/kind";

/** What is made of one reading: believed, kept back until a second one agrees, or the second one that agrees. */
export type Word = "plausible" | "doubted" | "confirmed";

/** What is believed of a stream: its newest believed reading, and one that is kept back (doubtAt −∞: none). Event time, UTC ms. */
export type Believed = { at: number; value: number; doubtAt: number; doubtValue: number };

/**
 * Whether a reading can be true, by how fast its quantity can change (`limit`, per kind of stream). One that cannot is doubted;
 * the next, if it lies beyond on the same side within `confirmMs`, confirms both, so that no true rise waits for more than one
 * reading. The first reading ever is believed: there is nothing to hold it against.
 */
export function wordOf(limit: Plausible, known: Believed, confirmMs: number, at: number, value: number): Word {
  if (known.at === Number.NEGATIVE_INFINITY) return "plausible";
  const amount = limit.of === "amount";
  const from = amount ? 0 : known.value;
  const minutes = Math.min(at - known.at, confirmMs) / MINUTE;
  if (Math.abs(value - from) <= limit.slack + limit.perMinute * minutes) return "plausible";
  const sameSide = (known.doubtValue - from) * (value - from) > 0;
  return at - known.doubtAt <= confirmMs && sameSide ? "confirmed" : "doubted";
}
