import type { Direction } from "../contract/measure";

/**
 * What a rule remembers of what it looks at. `since` is event time: of the reading that began the hold, or that raised.
 * Easing: it stands, and has been safe since `safeSince`, not yet for long enough.
 */
export type RuleMemory =
  | { phase: "calm" }
  | { phase: "holding"; since: number }
  | { phase: "standing"; since: number }
  | { phase: "easing"; since: number; safeSince: number };

/** One bar of a rule: values in what the rule measures, durations in milliseconds. */
export type Bar = {
  direction: Direction;
  raise: number;
  clear: number;
  holdMs: number;
  holdDownMs?: number | undefined;
};

export const calm: RuleMemory = { phase: "calm" };

export function stands(memory: RuleMemory): boolean {
  return memory.phase === "standing" || memory.phase === "easing";
}

/**
 * What is remembered after one sample (event time, UTC ms; value in what the bar measures): threshold, hysteresis between
 * `raise` and `clear`, and holds counted in event time. Samples come in order of time. Where nothing changes the same object
 * comes back, so that most samples cost no memory; a value that is not a number changes nothing. `may` false: nothing is raised now.
 */
export function judge(bar: Bar, memory: RuleMemory, at: number, value: number, may = true): RuleMemory {
  if (Number.isNaN(value) || !Number.isFinite(at)) return memory;
  const dangerous = bar.direction === "at-or-above" ? value >= bar.raise : value <= bar.raise;
  if (stands(memory)) return dangerous ? danger(memory) : eased(bar, memory, at, value);
  return dangerous && may ? rises(bar, memory, at) : calm;
}

function rises({ holdMs }: Bar, memory: RuleMemory, at: number): RuleMemory {
  const since = memory.phase === "holding" ? memory.since : at;
  if (at - since >= holdMs) return { phase: "standing", since: at };
  return memory.phase === "holding" ? memory : { phase: "holding", since };
}

/** Dangerous again: what was safe for a while counts no more. */
function danger(memory: RuleMemory): RuleMemory {
  return memory.phase === "easing" ? { phase: "standing", since: memory.since } : memory;
}

function eased(bar: Bar, memory: RuleMemory, at: number, value: number): RuleMemory {
  const safe = bar.direction === "at-or-above" ? value <= bar.clear : value >= bar.clear;
  if (!safe) return danger(memory);
  const safeSince = memory.phase === "easing" ? memory.safeSince : at;
  if (at - safeSince >= (bar.holdDownMs ?? 0)) return calm;
  if (memory.phase === "easing" || memory.phase !== "standing") return memory;
  return { phase: "easing", since: memory.since, safeSince };
}
