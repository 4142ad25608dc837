import type { Level } from "../contract/level";
import { after, type Bound, barsOf, begunAt, holding, type Kept, levelOf, nothingKept } from "./bound";
import { Doubts } from "./doubts";
import { Heard } from "./heard";
import { createMeter, type Meter } from "./meter";
import type { Job, Key, Plan, Subject } from "./plan";
import { idOf, kept, parse, type Remembered, rowOf, signOf } from "./remembered";

/** `level`: at which it stands now, 0 when cleared. `source`: the stream whose reading made it so. */
export type Verdict = {
  type: "raise" | "level" | "clear";
  bound: Bound;
  at: number;
  value: number;
  level: Level | 0;
  source: Subject;
};

/** One thing that samples come from, what is heard of it, and which rules look at it. */
type Lane = { subject: Subject; heard: Heard | null; marked: boolean; bounds: Bound[] };

/** What every rule remembers of every subject. Takes samples in order of event time and gives verdicts; does no I/O. */
export class Watch {
  private lanes = new Map<Key, Lane>();
  private bounds: Bound[] = [];
  private readonly untold = new Map<Key, number>();
  private readonly silent = new Map<Key, Subject>();
  /** As it was before the group that is being judged, so that a commit that fails changes nothing. */
  private readonly before = new Map<Bound, Kept>();
  private readonly marked: Lane[] = [];
  /** Readings of this group that are doubted, and earlier ones that it confirms, as they are stored. */
  readonly doubts = new Doubts();

  /**
   * Binds rules to their subjects as planned. Memory is kept by rule and subject; `remembered` gives it after a restart.
   * Returns what a rule that no longer fits had in mind, now calm: a rule that fits again later begins anew.
   */
  bind(plan: Plan, remembered: readonly Remembered[] = []): Remembered[] {
    const known = new Map(remembered.map((r) => [idOf(r), parse(r.memory)]));
    const old = new Map(this.bounds.map((bound) => [idOf(rowOf(bound)), bound]));
    const heard = this.lanes;
    this.lanes = new Map();
    this.bounds = [];
    this.silent.clear();
    for (const { subject, stream } of plan.streams)
      this.lane(subject).heard =
        heard.get(subject.key)?.heard ?? new Heard(stream.plausible, stream.staleAfterMs, stream.before);
    for (const job of plan.jobs) this.bound(job, old, known);
    const dropped = [...old.values()].map((b) => ({ ...rowOf(b), ...b }));
    const unfit = remembered.flatMap((r) => {
      const mind = known.get(idOf(r));
      return mind ? [{ ...r, ...mind }] : [];
    });
    return [...dropped, ...unfit]
      .filter((d) => d.memory.phase !== "calm")
      .map(({ ruleId, deviceId, stream }) => ({ ruleId, deviceId, stream, memory: kept(nothingKept) }));
  }

  /** Ids of the alerts that stand under the rules as they are bound now. */
  held(): Set<string> {
    return new Set(this.bounds.map((b) => b.alertId).filter((id) => id !== null));
  }

  private lane(subject: Subject): Lane {
    const lane = this.lanes.get(subject.key) ?? { subject, heard: null, marked: false, bounds: [] };
    this.lanes.set(subject.key, lane);
    return lane;
  }

  private bound(job: Job, old: Map<string, Bound>, known: Map<string, Kept>): Bound {
    const { rule, subject, listens } = job;
    const id = idOf(rowOf(job));
    const before = old.get(id);
    const { memory, higher, alertId } = before ?? known.get(id) ?? nothingKept;
    old.delete(id);
    known.delete(id);
    const meter = before && signOf(before.job) === signOf(job) ? before.meter : this.newMeter(job);
    const bound: Bound = { rule, subject, memory, higher, alertId, job, meter, bars: barsOf(rule), whole: null };
    this.bounds.push(bound);
    if (rule.measure.type === "silence") this.silent.set(subject.key, subject);
    for (const listened of listens) this.lane(listened).bounds.push(bound);
    const parts = job.parts.map((part) => this.bound(part, old, known));
    const whole = { bound, parts, holding: null };
    for (const part of parts) part.whole = whole;
    return bound;
  }

  private newMeter({ rule, listens, nearby }: Job): Meter | null {
    const heard = (keys: Key[]) => keys.map((key) => this.lanes.get(key)?.heard ?? null).filter((h) => h !== null);
    const [own] = heard(listens.map((subject) => subject.key));
    const staleAfterMs = own?.staleAfterMs ?? 0;
    const meter = createMeter(rule, { stations: listens.length, staleAfterMs, nearby: heard(nearby) });
    if (meter && meter.spanMs > 0)
      for (const { key } of listens) this.untold.set(key, Math.max(meter.spanMs, this.untold.get(key) ?? 0));
    return meter;
  }

  /** Devices, and streams of devices, whose silence some rule looks at. */
  get silences(): Iterable<Subject> {
    return this.silent.values();
  }

  /** Subjects with a meter that has not been told what was stored before it was bound, and how far back it looks, ms. */
  get unfilled(): ReadonlyMap<Key, number> {
    return this.untold;
  }

  /** From when on a subject's meters want to be told what was stored: a reading that waits for a second one is judged at its own time. */
  wantedSince(key: Key, now: number): number {
    const heard = this.lanes.get(key)?.heard;
    return Math.min(now, heard?.doubted ? heard.doubtAt : now) - (this.untold.get(key) ?? 0);
  }

  /** They have been told. */
  filled(): void {
    this.untold.clear();
  }

  /** Tells the meters of a subject what was stored before or comes late, without judging. */
  recall(key: Key, at: number, value: number): void {
    const lane = this.lanes.get(key);
    if (!lane) return;
    if (!lane.marked) this.mark(lane);
    for (const bound of lane.bounds) bound.meter?.push(key, at, value);
  }

  /**
   * Judges one sample; verdicts go into `into`, at its event time. One that its stream cannot say so fast waits for a second
   * one. Holds are counted in `felt`, which is the event time but for what the city stamped itself: its wall may be set between
   * two samples, and a hold must not notice.
   */
  sample(key: Key, at: number, value: number, into: Verdict[], felt = at): void {
    const lane = this.lanes.get(key);
    if (!lane) return;
    const { heard } = lane;
    if (!lane.marked) this.mark(lane);
    if (heard) {
      const { doubtAt, doubtValue } = heard;
      const word = heard.take(at, value);
      if (word === "doubted")
        return void this.doubts.doubted.push({ key, at, believedAt: heard.at, believed: heard.value });
      if (word === "confirmed") {
        this.doubts.confirm(key, doubtAt);
        this.judgeAll(lane, doubtAt, doubtValue, into);
      }
    }
    this.judgeAll(lane, at, value, into, felt);
  }

  /** What is heard of a stream; undefined of what is none. */
  heardOf(key: Key): Heard | undefined {
    return this.lanes.get(key)?.heard ?? undefined;
  }

  private mark(lane: Lane): void {
    lane.heard?.mark();
    lane.marked = true;
    this.marked.push(lane);
  }

  private judgeAll({ subject, bounds }: Lane, at: number, value: number, into: Verdict[], felt = at): void {
    for (const bound of bounds) {
      const { meter, whole } = bound;
      meter?.push(subject.key, at, value);
      const changed = this.apply(bound, at, meter ? meter.value(at) : value, subject, whole ? null : into, felt);
      if (!whole) continue;
      if (changed) whole.holding = null;
      this.apply(whole.bound, at, holding(whole), subject, into, felt);
    }
  }

  /** Judges one bound; true where it remembers something else now. A condition says nothing itself (`into` null). */
  private apply(
    bound: Bound,
    at: number,
    value: number,
    source: Subject,
    into: Verdict[] | null,
    felt: number,
  ): boolean {
    const next = after(bound, at, value, felt);
    if (!next) return false;
    if (!this.before.has(bound))
      this.before.set(bound, { memory: bound.memory, higher: bound.higher, alertId: bound.alertId });
    const [stood, begun] = [levelOf(bound), begunAt(bound)];
    Object.assign(bound, next);
    const level = levelOf(bound);
    const type = stood === 0 ? "raise" : level === 0 ? "clear" : "level";
    const moment = felt === at ? Math.max(at, begun) : at;
    if (into && level !== stood) into.push({ type, bound, at: moment, value, level, source });
    return true;
  }

  /** What changed since the last settle, as it is stored. */
  changes(): Remembered[] {
    return [...this.before.keys()].map((bound) => ({ memory: kept(bound), ...rowOf(bound) }));
  }

  /** Devices of which a silence is remembered otherwise since the last settle. */
  changedSilences(): string[] {
    const silences = [...this.before.keys()].filter(({ rule }) => rule.measure.type === "silence");
    return silences.map(({ subject }) => subject.deviceId);
  }

  /** The group is durable. */
  settle(): void {
    if (this.before.size > 0) this.before.clear();
    for (const lane of this.marked) lane.marked = false;
    this.marked.length = 0;
    this.doubts.clear();
  }

  /** The group was not stored: as if it had not been judged. What a meter was told cannot be taken back: a new one is to be filled. */
  undo(): void {
    for (const [bound, was] of this.before) {
      Object.assign(bound, was);
      if (bound.whole) bound.whole.holding = null;
    }
    for (const lane of this.marked) lane.heard?.undo();
    const told = new Set(this.marked.flatMap((lane) => lane.bounds).filter((bound) => bound.meter));
    for (const bound of told) bound.meter = this.newMeter(bound.job);
    this.settle();
  }
}
