import type { RuleBody } from "../contract/rule";

/** What a rule remembers of one stream. `since` is event time: of the reading that began the hold, or that raised. */
export type RuleMemory = { phase: "calm" } | { phase: "holding"; since: number } | { phase: "standing"; since: number };

/** A value (the stream's unit) at an instant (event time, UTC ms). */
export type Sample = { at: number; value: number };

/** The part of a rule that decides. */
export type Threshold = Pick<RuleBody, "direction" | "raise" | "clear" | "holdMs">;

export type Judgement = { memory: RuleMemory; verdict: null | { type: "raise" | "clear"; at: number; value: number } };

const calm: RuleMemory = { phase: "calm" };

/**
 * Judges one sample: threshold, hysteresis between `raise` and `clear`, and a hold counted in event time. Samples come in
 * order of time. Where nothing changes the same memory object comes back; a value that is not a number changes nothing.
 */
export function judge(rule: Threshold, memory: RuleMemory, sample: Sample): Judgement {
  if (!Number.isFinite(sample.at) || Number.isNaN(sample.value)) return { memory, verdict: null };
  const dangerous = reaches(rule, sample.value);
  if (memory.phase === "standing") return dangerous ? { memory, verdict: null } : stands(rule, memory, sample);
  if (!dangerous) return { memory: memory.phase === "calm" ? memory : calm, verdict: null };
  return rises(rule, memory, sample);
}

function reaches(rule: Threshold, value: number): boolean {
  return rule.direction === "at-or-above" ? value >= rule.raise : value <= rule.raise;
}

function stands(rule: Threshold, memory: RuleMemory, { at, value }: Sample): Judgement {
  const safe = rule.direction === "at-or-above" ? value <= rule.clear : value >= rule.clear;
  return safe ? { memory: calm, verdict: { type: "clear", at, value } } : { memory, verdict: null };
}

function rises(rule: Threshold, memory: RuleMemory, { at, value }: Sample): Judgement {
  const since = memory.phase === "holding" ? memory.since : at;
  if (at - since >= rule.holdMs)
    return { memory: { phase: "standing", since: at }, verdict: { type: "raise", at, value } };
  return { memory: memory.phase === "holding" ? memory : { phase: "holding", since }, verdict: null };
}
