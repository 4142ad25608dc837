import type { Episode } from "../contract/backtest";
import type { Rule, RuleBody } from "../contract/rule";
import type { Key, Plan, Watched } from "./plan";
import { planOf } from "./plan";
import { type Verdict, Watch } from "./watch";

export type Told = Omit<Episode, "change">;

/** One rule tried on readings: takes them in order of time as the river does, and tells what it would have raised. */
export class Trial {
  readonly episodes: Told[] = [];
  /** Streams that the rule looks at. */
  readonly keys: ReadonlySet<Key>;
  /** How far back its meters look, ms. */
  readonly spanMs: number;
  private readonly watch = new Watch();
  private readonly standing = new Map<object, Told>();
  private verdicts: Verdict[] = [];
  private sinceSettle = 0;

  constructor(body: RuleBody, { devices, zones }: Omit<Watched, "rules">) {
    const rule: Rule = { ...body, id: "trial", version: 0, createdAt: 0, createdBy: "", enabled: true };
    const plan = planOf({ rules: [rule], devices, zones }, Number.MAX_SAFE_INTEGER);
    this.keys = keysOf(plan);
    const streams = plan.streams.filter(({ subject }) => this.keys.has(subject.key));
    this.watch.bind({ ...plan, streams });
    this.spanMs = Math.max(0, body.holdMs, ...this.watch.unfilled.values());
  }

  sample(key: Key, at: number, value: number): void {
    if (!this.keys.has(key)) return;
    this.watch.sample(key, at, value, this.verdicts);
    // what a failed commit would need is not needed here, and must not grow
    if (this.verdicts.length > 0 || ++this.sinceSettle >= SETTLE_EVERY) this.take();
  }

  /** Nothing comes any more: what was said last is noted. */
  end(): void {
    this.take();
  }

  private take(): void {
    for (const verdict of this.verdicts) this.note(verdict);
    this.verdicts = [];
    this.sinceSettle = 0;
    this.watch.settle();
  }

  private note({ type, bound, at, value, level, source }: Verdict): void {
    const stands = this.standing.get(bound);
    if (type === "raise") {
      const zone = bound.subject.zone ?? null;
      const told: Told = { deviceId: source.deviceId, zone, level: level || 1, raisedAt: at, clearedAt: null, value };
      this.standing.set(bound, told);
      this.episodes.push(told);
    } else if (stands && level === 0) {
      stands.clearedAt = at;
      this.standing.delete(bound);
    } else if (stands && level > stands.level) Object.assign(stands, { level, value });
  }
}

const SETTLE_EVERY = 4096;

function keysOf(plan: Plan): Set<Key> {
  const keys = new Set<Key>();
  const add = (jobs: Plan["jobs"]): void => {
    for (const { listens, nearby, parts } of jobs) {
      for (const { key } of listens) keys.add(key);
      for (const key of nearby) keys.add(key);
      add(parts);
    }
  };
  add(plan.jobs);
  return keys;
}

/** What the new rule and the present one would have raised at or after `from`, told apart: two that overlap at one place are the same. */
export function compare(now: readonly Told[], before: readonly Told[], from: number): Episode[] {
  const recent = (told: readonly Told[]) => told.filter((e) => (e.clearedAt ?? Number.POSITIVE_INFINITY) >= from);
  const [fresh, old] = [recent(now), recent(before)];
  const [inNew, inOld] = [placed(fresh), placed(old)];
  return [
    ...fresh.map((e) => ({ ...e, change: meets(e, inOld) ? ("same" as const) : ("added" as const) })),
    ...old.filter((e) => !meets(e, inNew)).map((e) => ({ ...e, change: "gone" as const })),
  ];
}

function placed(episodes: readonly Told[]): Map<string, Told[]> {
  const places = new Map<string, Told[]>();
  for (const e of episodes) {
    const known = places.get(placeOf(e));
    if (known) known.push(e);
    else places.set(placeOf(e), [e]);
  }
  return places;
}

function placeOf({ zone, deviceId }: Told): string {
  return zone === null ? `device ${deviceId}` : `zone ${zone}`;
}

function meets(e: Told, others: ReadonlyMap<string, Told[]>): boolean {
  const end = e.clearedAt ?? Number.POSITIVE_INFINITY;
  return (others.get(placeOf(e)) ?? []).some(
    (o) => o.raisedAt <= end && (o.clearedAt ?? Number.POSITIVE_INFINITY) >= e.raisedAt,
  );
}
