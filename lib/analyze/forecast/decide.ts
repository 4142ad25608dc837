import { HOUR, MINUTE } from "../../base/clock";

/** When a forecast alert is raised and when it is given up: tuned on history, kept with the model. Times in ms. */
export type Operating = {
  /** The chance is that of a crossing within this. */
  horizonMs: number;
  /** Raised when the chance has been this for `holdMs`. */
  raise: number;
  holdMs: number;
  /** Given up when the chance has been less than this for `PATIENCE_MS`. */
  lapse: number;
};

/** A forecast alert says that the level is crossed within this; when it is not, the alert was false. */
export const WINDOW_MS = 6 * HOUR;
/** A level is crossed anew only after the water has been below it for so long: what comes sooner is the same crossing. */
export const REARM_MS = HOUR;
const PATIENCE_MS = 20 * MINUTE;

/** What is remembered of one level of one stream. `since`, `holdSince`, `doubtSince`: event time. */
export type ForecastMemory = Below | Expected | { phase: "over" } | { phase: "fell"; since: number };
type Below = { phase: "below"; holdSince: number | null };
type Expected = { phase: "expected"; since: number; doubtSince: number | null };

/** What is known at an instant: whether the level is reached, and the chance that it will be; null where nobody can tell. */
export type ForecastSight = { at: number; over: boolean; chance: number | null };
/** `since`: when the alert was raised; of a miss, when the level was reached. */
export type ForecastWord = { type: "raise" | "fulfil" | "lapse" | "miss"; since: number } | null;

export const firstMemory: Below = { phase: "below", holdSince: null };

export type Decision = { memory: ForecastMemory; word: ForecastWord };

/** Judges one level at one instant; instants come in order of time. */
export function decide(rule: Operating, memory: ForecastMemory, sight: ForecastSight): Decision {
  const { at, over } = sight;
  if (over) return { memory: memory.phase === "over" ? memory : { phase: "over" }, word: reached(memory, at) };
  switch (memory.phase) {
    case "over":
      return { memory: { phase: "fell", since: at }, word: null };
    case "fell":
      return at - memory.since < REARM_MS ? { memory, word: null } : waits(rule, firstMemory, sight);
    case "below":
      return waits(rule, memory, sight);
    case "expected":
      return expects(rule, memory, sight);
  }
}

/** What falls and rises again within the hour is the crossing that was told of before. */
function reached(memory: ForecastMemory, at: number): ForecastWord {
  if (memory.phase === "expected") return { type: "fulfil", since: memory.since };
  const again = memory.phase === "over" || (memory.phase === "fell" && at - memory.since < REARM_MS);
  return again ? null : { type: "miss", since: at };
}

function waits(rule: Operating, memory: Below, { at, chance }: ForecastSight): Decision {
  if (chance === null) return { memory, word: null };
  if (chance < rule.raise) return { memory: firstMemory, word: null };
  const holdSince = memory.holdSince ?? at;
  if (at - holdSince < rule.holdMs) return { memory: { ...memory, holdSince }, word: null };
  return {
    memory: { phase: "expected", since: at, doubtSince: null } as const,
    word: { type: "raise", since: at } as const,
  };
}

function expects(rule: Operating, memory: Expected, { at, chance }: ForecastSight): Decision {
  const { since } = memory;
  const doubtSince = chance === null ? memory.doubtSince : chance < rule.lapse ? (memory.doubtSince ?? at) : null;
  const givenUp = doubtSince !== null && at - doubtSince >= PATIENCE_MS;
  if (givenUp || at - since >= WINDOW_MS) return { memory: firstMemory, word: { type: "lapse", since } as const };
  return { memory: { ...memory, doubtSince }, word: null };
}
