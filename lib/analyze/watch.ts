import type { Rule } from "../contract/rule";
import { judge, type RuleMemory } from "./judge";
import { createWindow, type Window } from "./window-sum";

/** One thing that rules look at: a stream of a device, or (stream "") its silence. */
export type Subject = { key: number | string; deviceId: string; stream: string };
export type Bound = { rule: Rule; subject: Subject; memory: RuleMemory; alertId: string | null; window: Window | null };
export type Verdict = { type: "raise" | "clear"; bound: Bound; at: number; value: number };
export type Remembered = { ruleId: string; deviceId: string; stream: string; memory: string };

const calm: RuleMemory = { phase: "calm" };

/** What every rule remembers of every subject. Takes samples in order of event time and gives verdicts; does no I/O. */
export class Watch {
  private readonly bySubject = new Map<number | string, Bound[]>();
  private unfilled = new Map<number | string, number>();
  /** Memories as they were before the group that is being judged, so that a commit that fails changes nothing. */
  private readonly before = new Map<Bound, { memory: RuleMemory; alertId: string | null }>();

  /**
   * Binds the rules that fit to each subject. Memory is kept by rule and subject; `remembered` gives it after a restart.
   * Returns what a rule that no longer fits had in mind, now calm: a rule that fits again later begins anew.
   */
  bind(fits: Iterable<[Subject, Rule[]]>, remembered: readonly Remembered[] = []): Remembered[] {
    const known = new Map(remembered.map((r) => [idOf(r.ruleId, r), parse(r.memory)]));
    const old = new Map([...this.bySubject.values()].flat().map((b) => [idOf(b.rule.id, b.subject), b]));
    this.bySubject.clear();
    for (const [subject, rules] of fits) {
      const bounds = rules.map((rule) => this.bound(rule, subject, old, known));
      if (bounds.length > 0) this.bySubject.set(subject.key, bounds);
    }
    const dropped = [...old.values()].map((b) => ({ ruleId: b.rule.id, ...b.subject, ...b }));
    const unfit = remembered.filter((r) => known.has(idOf(r.ruleId, r))).map((r) => ({ ...r, ...parse(r.memory) }));
    return [...dropped, ...unfit].filter((d) => d.memory.phase !== "calm").map(calmed);
  }

  /** Ids of the alerts that stand under the rules as they are bound now. */
  held(): Set<string> {
    const ids = [...this.bySubject.values()].flat().map((b) => b.alertId);
    return new Set(ids.filter((id) => id !== null));
  }

  private bound(rule: Rule, subject: Subject, old: Map<string, Bound>, known: Map<string, Stored>): Bound {
    const id = idOf(rule.id, subject);
    const before = old.get(id);
    old.delete(id);
    const { memory, alertId } = before ?? known.get(id) ?? { memory: calm, alertId: null };
    known.delete(id);
    const windowMs = rule.measure.type === "sum" ? rule.measure.windowMs : 0;
    const same = before?.rule.measure.type === "sum" && before.rule.measure.windowMs === windowMs;
    const window = windowMs > 0 ? (same ? before.window : createWindow(windowMs)) : null;
    if (window && !same) this.unfilled.set(subject.key, Math.max(windowMs, this.unfilled.get(subject.key) ?? 0));
    return { rule, subject, memory, alertId, window };
  }

  /** Subjects with a window that has not seen what was stored before it was bound, and how far back it looks, ms. Asked once. */
  takeUnfilled(): Map<number | string, number> {
    const unfilled = this.unfilled;
    this.unfilled = new Map();
    return unfilled;
  }

  /** Fills the windows of a subject with what was stored before or comes late, without judging. */
  recall(key: number | string, at: number, value: number): void {
    for (const bound of this.bySubject.get(key) ?? []) bound.window?.push(at, value);
  }

  watches(key: number | string): boolean {
    return this.bySubject.has(key);
  }

  /** Judges one sample; verdicts go into `into`. */
  sample(key: number | string, at: number, value: number, into: Verdict[]): void {
    const bounds = this.bySubject.get(key);
    if (!bounds) return;
    for (const bound of bounds) {
      bound.window?.push(at, value);
      this.apply(bound, at, bound.window ? bound.window.sum(at) : value, into);
    }
  }

  private apply(bound: Bound, at: number, value: number, into: Verdict[]): void {
    const { memory, verdict } = judge(bound.rule, bound.memory, { at, value });
    if (memory === bound.memory) return;
    if (!this.before.has(bound)) this.before.set(bound, { memory: bound.memory, alertId: bound.alertId });
    bound.memory = memory;
    if (verdict) into.push({ ...verdict, bound });
  }

  /** What changed since the last settle, as it is stored. */
  changes(): Remembered[] {
    return [...this.before.keys()].map((b) => ({
      ruleId: b.rule.id,
      deviceId: b.subject.deviceId,
      stream: b.subject.stream,
      memory: JSON.stringify({ memory: b.memory, alertId: b.alertId }),
    }));
  }

  /** The group is durable. */
  settle(): void {
    this.before.clear();
  }

  /** The group was not stored: as if it had not been judged. */
  undo(): void {
    for (const [bound, was] of this.before) Object.assign(bound, was);
    this.before.clear();
  }
}

type Stored = { memory: RuleMemory; alertId: string | null };

function calmed({ ruleId, deviceId, stream }: Omit<Remembered, "memory">): Remembered {
  return { ruleId, deviceId, stream, memory: JSON.stringify({ memory: calm, alertId: null } satisfies Stored) };
}

function parse(memory: string): Stored {
  return JSON.parse(memory) as Stored;
}

function idOf(ruleId: string, subject: { deviceId: string; stream: string }): string {
  return `${ruleId}\n${subject.deviceId}\n${subject.stream}`;
}
