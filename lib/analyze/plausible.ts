import { MINUTE } from "../base/clock";
import type { Plausible } from "../kinds/kind";

/** What is made of one reading: believed, kept back until a second one agrees, or the second one that agrees. */
export type Word = "plausible" | "doubted" | "confirmed";

/** What is believed of a stream: its newest believed reading, and one that is kept back (doubtAt −∞: none). Event time, UTC ms. */
export type Believed = { at: number; value: number; doubtAt: number; doubtValue: number };

/**
 * Whether a reading can be true, by how fast its quantity can change (`limit`, per kind of stream) since what is believed, which
 * counts for `staleAfterMs` at most. One that cannot is doubted; the next one confirms both if it lies beyond on the same side, so
 * that no true rise waits for more than one reading, whenever that comes. The first reading ever is believed: there is nothing to
 * hold it against.
 */
export function wordOf(limit: Plausible, known: Believed, staleAfterMs: number, at: number, value: number): Word {
  if (known.at === Number.NEGATIVE_INFINITY) return "plausible";
  const from = limit.of === "amount" ? 0 : known.value;
  const minutes = Math.min(at - known.at, staleAfterMs) / MINUTE;
  if (Math.abs(value - from) <= limit.slack + limit.perMinute * minutes) return "plausible";
  return (known.doubtValue - from) * (value - from) > 0 ? "confirmed" : "doubted";
}
