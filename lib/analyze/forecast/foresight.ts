import type { Key, Plan } from "../plan";
import type { Remembered } from "../remembered";
import type { Verdict } from "../watch";
import { type Crossing, chanceWithin, crossingOf } from "./crossing";
import { Ear } from "./ear";
import type { Expected } from "./expect";
import { KeptMinds, remembered } from "./kept-minds";
import { Lane } from "./lane";
import type { Mind } from "./mind";
import type { ModelFile } from "./model-file";
import { FORECAST_SPAN_MS, type Target, targetsOf } from "./plan-forecasts";

/**
 * What is said of one level at an instant: a forecast alert is to be raised, is expected still, has come true, is given up; or a
 * crossing came that nobody had foretold. `since`: event time at which the alert was raised.
 */
export type Foretold = {
  type: "raise" | "expect" | "fulfil" | "lapse" | "miss";
  target: Target;
  mind: Mind;
  at: number;
  since: number;
  expected: Expected;
  crossing: Crossing;
};

/** At which level the alert of a rule on a stream stands; 0 where none does. */
export type StandingLevel = (ruleId: string, deviceId: string, stream: string) => number;

/**
 * What is expected of every level, in memory. It hears what the watch hears, and is asked after it. An instant is judged when all
 * that its forecast looks at has been told, so that it does not hang on who speaks first. Does no I/O.
 */
export class Foresight {
  private ears = new Map<Key, Ear>();
  private lanes: Lane[] = [];
  private laneOf = new Map<Key, Lane>();
  private readonly waiting = new Set<Lane>();
  private readonly untold = new Map<Key, number>();
  private readonly heard = new Set<Ear>();
  private readonly before = new Map<Lane, () => void>();
  private readonly changed = new Map<Mind, Target>();

  /** Binds to the streams of a plan. What is in mind of a level goes on, here or from the disk; gives what is forgotten. */
  bind(
    plan: Plan,
    models: readonly ModelFile[],
    standing: StandingLevel,
    stored: readonly Remembered[] = [],
  ): Remembered[] {
    const targets = targetsOf(plan, models);
    this.listen(plan, new Set(targets.flatMap((target) => [...target.inputs.values()])));
    const kept = new KeptMinds([...stored, ...this.lanes.flatMap((l) => l.minds.map((m) => remembered(l.target, m)))]);
    this.lanes = targets.map((target) => {
      const over = (ruleId: string) => standing(ruleId, target.deviceId, target.stream);
      const minds = target.bars.map((bar) => kept.mindOf(target, bar, over(bar.rule.id) >= bar.level));
      return new Lane(target, minds, this.ears);
    });
    this.laneOf = new Map(this.lanes.map((lane) => [lane.target.key, lane]));
    this.waiting.clear();
    return kept.forgotten();
  }

  private listen(plan: Plan, wanted: ReadonlySet<Key>): void {
    const before = this.ears;
    this.ears = new Map();
    for (const { subject, stream } of plan.streams) {
      if (!wanted.has(subject.key)) continue;
      const known = before.get(subject.key);
      this.ears.set(subject.key, known ?? new Ear(stream));
      if (!known) this.untold.set(subject.key, FORECAST_SPAN_MS);
    }
  }

  /** Streams that have not been told what was stored of them, and how far back they are looked back on, ms. */
  get unfilled(): ReadonlyMap<Key, number> {
    return this.untold;
  }

  /** From when on a stream's lane wants to be told what was stored. */
  wantedSince(key: Key, now: number): number {
    return now - (this.unfilled.get(key) ?? 0);
  }

  /** They have been told. */
  filled(): void {
    this.untold.clear();
  }

  /** Tells what was stored before, or comes late: it is not judged. */
  recall(key: Key, at: number, value: number): void {
    this.ears.get(key)?.recall(at, value);
  }

  /** Hears one sample; `steady` is the city's steady clock. */
  sample(key: Key, at: number, value: number, steady: number): void {
    const ear = this.ears.get(key);
    if (!ear) return;
    this.heard.add(ear);
    if (!ear.take(at, value)) return;
    const lane = this.laneOf.get(key);
    if (!lane || lane.minds.length === 0) return;
    this.mark(lane);
    lane.told(at, steady);
    this.waiting.add(lane);
  }

  /** Judges all instants of which everything has been told. `verdicts`: what the watch made of the same samples. */
  judge(verdicts: readonly Verdict[], steady: number): Foretold[] {
    for (const verdict of verdicts) this.turn(verdict);
    return [...this.waiting].flatMap((lane) => {
      this.mark(lane);
      const ready = lane.ready(steady);
      if (!lane.isWaiting) this.waiting.delete(lane);
      return ready.flatMap((expected) => lane.minds.flatMap((mind) => this.judgeMind(lane.target, mind, expected)));
    });
  }

  private turn({ bound: { rule, subject }, at, level }: Verdict): void {
    const lane = this.laneOf.get(subject.key);
    if (!lane) return;
    this.mark(lane);
    for (const mind of lane.minds) if (mind.bar.rule.id === rule.id) mind.turned(at, level >= mind.bar.level);
  }

  private judgeMind(target: Target, mind: Mind, expected: Expected): Foretold[] {
    const { outlook, operating } = expected;
    const { at } = outlook;
    const before = mind.memory;
    const word = mind.judge(operating, at, chanceWithin(outlook, mind.bar.limit, operating.horizonMs));
    if (mind.memory !== before) this.changed.set(mind, target);
    const crossing = crossingOf(outlook, mind.bar.limit);
    const told = (type: Foretold["type"], since: number) => [{ type, target, mind, at, since, expected, crossing }];
    if (word) return told(word.type, word.since);
    return mind.memory.phase === "expected" ? told("expect", mind.memory.since) : [];
  }

  private mark(lane: Lane): void {
    if (!this.before.has(lane)) this.before.set(lane, lane.saved());
  }

  /** What is expected of a stream as of its newest reading; null where nothing can be said. */
  expectedOf(deviceId: string, stream: string): { target: Target; expected: Expected } | null {
    const lane = this.lanes.find(({ target }) => target.deviceId === deviceId && target.stream === stream);
    const expected = lane?.now();
    return lane && expected ? { target: lane.target, expected } : null;
  }

  /** The streams that a forecast of this one looks at, itself among them; none where it is not forecast. */
  inputsOf(deviceId: string, stream: string): Key[] {
    const target = this.lanes.find(({ target: t }) => t.deviceId === deviceId && t.stream === stream)?.target;
    return target ? [...target.inputs.values()] : [];
  }

  /** Ids of the forecast alerts that stand. */
  held(): Set<string> {
    return new Set(this.lanes.flatMap((lane) => lane.minds.map((m) => m.alertId)).filter((id) => id !== null));
  }

  /** What changed since the last settle, as it is stored. */
  changes(): Remembered[] {
    return [...this.changed].map(([mind, target]) => remembered(target, mind));
  }

  /** The group is durable. */
  settle(): void {
    for (const ear of this.heard) ear.settle();
    this.forget();
  }

  /** The group was not stored: as if it had not been heard. */
  undo(): void {
    for (const ear of this.heard) ear.undo();
    for (const [lane, back] of this.before) {
      back();
      if (lane.isWaiting) this.waiting.add(lane);
      else this.waiting.delete(lane);
    }
    this.forget();
  }

  private forget(): void {
    // a Map that is cleared without need keeps garbage alive: docs/decisions/042
    for (const kept of [this.heard, this.before, this.changed]) if (kept.size > 0) kept.clear();
  }
}
