import { EscalationPolicy } from "@/lib/contract/escalation";
import { type Level, levels } from "@/lib/contract/level";

/** A policy while somebody types: minutes as text. */
export type StepDraft = { key: number; afterMin: string; to: string };
export type PolicyDraft = Record<Level, StepDraft[]>;

let made = 0;

export function newStep(afterMin: string, to = "desk"): StepDraft {
  return { key: ++made, afterMin, to };
}

export function draftOf(policy: EscalationPolicy): PolicyDraft {
  const steps = (level: Level) => policy[`${level}`].map(({ afterMin, to }) => newStep(String(afterMin), to));
  return { 1: steps(1), 2: steps(2), 3: steps(3), 4: steps(4) };
}

/** The policy that is written, or the levels at which it is none: minutes that are no number, or not later than the step before. */
export function policyOf(draft: PolicyDraft): { policy: EscalationPolicy } | { faulty: Level[] } {
  const steps = (level: Level) => draft[level].map(({ afterMin, to }) => ({ afterMin: minutes(afterMin), to }));
  const given = { 1: steps(1), 2: steps(2), 3: steps(3), 4: steps(4) };
  const parsed = EscalationPolicy.safeParse(given);
  if (parsed.success) return { policy: parsed.data };
  const faulty = new Set(parsed.error.issues.map((issue) => Number(issue.path[0])));
  return { faulty: levels.filter((level) => faulty.has(level)) };
}

export function minutes(text: string): number {
  return text.trim() === "" ? Number.NaN : Number(text.replace(",", "."));
}
