import type { Bound, Kept } from "./bound";
import { calm, type RuleMemory } from "./judge";
import type { Job } from "./plan";

/** What a rule remembers of one subject, as it is stored. */
export type Remembered = { ruleId: string; deviceId: string; stream: string; memory: string };

export function kept({ memory, higher, alertId }: Kept): string {
  return JSON.stringify({ memory, alertId, ...(higher.length > 0 && { higher }) });
}

export function parse(memory: string): Kept {
  const said = JSON.parse(memory) as { memory: RuleMemory; alertId: string | null; higher?: RuleMemory[] };
  const one = (m: RuleMemory) => (m.phase === "calm" ? calm : m);
  return { memory: one(said.memory), higher: (said.higher ?? []).map(one), alertId: said.alertId };
}

/** A meter may go on where it measures the same of the same streams. */
export function signOf({ rule, listens, nearby }: Job): string {
  const bars = rule.measure.type === "daily" ? [rule.direction, rule.raise, rule.clear] : [];
  return JSON.stringify([rule.measure, bars, listens.map((s) => s.key), nearby]);
}

/** Under what a bound's memory is stored: a zone stands where a stream does, with no device. */
export function rowOf({ rule, subject }: Pick<Bound, "rule" | "subject">): Omit<Remembered, "memory"> {
  return { ruleId: rule.id, deviceId: subject.deviceId, stream: subject.zone ?? subject.stream };
}

export function idOf(row: Omit<Remembered, "memory">): string {
  return `${row.ruleId}\n${row.deviceId}\n${row.stream}`;
}
