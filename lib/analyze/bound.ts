import type { Level } from "../contract/level";
import type { Rule } from "../contract/rule";
import { type Bar, calm, judge, type RuleMemory, stands } from "./judge";
import type { Meter } from "./meter";
import type { Job, Subject } from "./plan";
import { inSeason } from "./season";

/** One rule on one subject, with what it remembers. `higher`: the same of each further level of the rule. */
export type Bound = {
  rule: Rule;
  subject: Subject;
  memory: RuleMemory;
  higher: readonly RuleMemory[];
  alertId: string | null;
  /** As it was planned: whom it listens to and whom it compares with. */
  job: Job;
  meter: Meter | null;
  /** Bars of the further levels. */
  bars: readonly Bar[];
  /** Of a condition: the rule that counts it. */
  whole: Whole | null;
};

/** A rule of conditions: how many of them hold, counted anew when one of them changes. */
export type Whole = { bound: Bound; parts: Bound[]; holding: number | null };

/** What a bound keeps over a restart. */
export type Kept = { memory: RuleMemory; higher: readonly RuleMemory[]; alertId: string | null };
export const nothingKept: Kept = { memory: calm, higher: [], alertId: null };

/** The level at which a bound stands; 0 where it does not. */
export function levelOf({ rule, memory, higher }: Pick<Bound, "rule" | "memory" | "higher">): Level | 0 {
  if (!stands(memory)) return 0;
  const top = higher.findLastIndex(stands);
  return rule.steps?.[top]?.level ?? rule.level;
}

/** What a bound remembers after one sample; null where nothing changes, which costs no memory. Holds are counted in `felt`. */
export function after(bound: Bound, at: number, value: number, felt = at): Pick<Bound, "memory" | "higher"> | null {
  const { rule, bars, higher } = bound;
  const may = rule.months || rule.hours ? inSeason(rule, at) : true;
  // no function of its own for each sample in here: tsx names every one anew, which costs more than the sample
  const memory = judge(rule, bound.memory, felt, value, may);
  if (bars.length === 0) return memory === bound.memory ? null : { memory, higher };
  const next = bars.map((bar, i) => judge(bar, higher[i] ?? calm, felt, value, may));
  return memory === bound.memory && next.every((m, i) => m === higher[i]) ? null : { memory, higher: next };
}

/** How many conditions hold: each that one of its streams at least fulfils. */
export function holding(whole: Whole): number {
  whole.holding ??= new Set(whole.parts.filter((p) => stands(p.memory)).map((p) => p.rule.id)).size;
  return whole.holding;
}

export function barsOf({ direction, holdMs, holdDownMs, steps = [] }: Rule): Bar[] {
  return steps.map(({ raise, clear }) => ({ direction, raise, clear, holdMs, holdDownMs }));
}

/** When something of a bound last began, event time: what is judged together may come out of step, and never goes back behind it. */
export function begunAt({ memory }: Bound): number {
  if (memory.phase === "calm") return Number.NEGATIVE_INFINITY;
  return memory.phase === "easing" ? memory.safeSince : memory.since;
}
