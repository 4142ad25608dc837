import type { StreamState } from "../contract/device";
import type { StreamSpec } from "../kinds/kind";
import { LATE_AFTER, OFFLINE_AFTER } from "./link";

/** What is known of a stream's newest reading. Durations in milliseconds. */
export type StreamFacts = {
  /** How old it is. */
  ageMs: number;
  value: number;
  /** How long the stream had been saying this very value when it said it last. */
  sameMs: number;
  /** It is kept back until a second one agrees. */
  doubted: boolean;
  /** The last that came was refused as out of range. */
  outOfRange: boolean;
  /** The last that came was older than this one. */
  disordered: boolean;
};

/** The state in which a stream is, the gravest first: what is old is no present, whatever else it is. `everyMs`: its beat. */
export function streamStateOf(facts: StreamFacts, everyMs: number, frozen: StreamSpec["frozen"]): StreamState {
  if (facts.ageMs > everyMs * OFFLINE_AFTER) return "stale";
  if (facts.doubted || facts.outOfRange) return "implausible";
  if (frozen && facts.sameMs >= frozen.afterMs && !isIdle(facts.value, frozen.idle)) return "frozen";
  if (facts.disordered) return "out-of-order";
  return facts.ageMs > everyMs * LATE_AFTER ? "late" : "fresh";
}

function isIdle(value: number, idle: readonly [number, number] | undefined): boolean {
  return idle !== undefined && value >= idle[0] && value <= idle[1];
}
