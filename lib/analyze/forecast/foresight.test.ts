import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { MINUTE } from "../../base/clock";
import type { Rule } from "../../contract/rule";
import type { Plausible } from "../../kinds/kind";
import { shippedModel } from "../../training/shipped";
import type { Plan } from "../plan";
import type { Remembered } from "../remembered";
import { plan as planned, rule } from "../test-rules";
import { type Verdict, Watch } from "../watch";
import { Foresight } from "./foresight";

const STEP = 10 * MINUTE;
const T0 = Date.UTC(2020, 7, 1);
const closing: Rule = {
  ...rule,
  id: "closing",
  scope: { device: "jamsu" },
  stream: "water-level",
  raise: 5.5,
  clear: 5.49,
};
const stations = ["jamsu", "cheongdam", "hangang", "haengju"];

/** Nobody's river rises faster. */
const plausible: Plausible = { of: "change", slack: 0.5, perMinute: 0.1, source: "test" };

function river(rules: Rule[]): Plan {
  const gauge = (id: string) => ({ id, kind: "water-level", zone: "z", lat: 37.5, lon: 127 });
  const stream = (id: string, name: string) => ({
    key: `${id} ${name}`,
    name,
    ...(id === "jamsu" && { foreseen: true, plausible }),
    staleAfterMs: 30 * MINUTE,
  });
  const gauges = stations.map((id) => ({ ...gauge(id), streams: [stream(id, "water-level")] }));
  const dam = { ...gauge("paldang-dam"), kind: "dam", streams: [stream("paldang-dam", "outflow")] };
  return planned(rules, [...gauges, dam]);
}

type Told = { key: string; at: number; value: number };
/** Two days of a river that rises past 5.5 m in the second night; `flood` false: it does not. */
function story(flood = true): Told[][] {
  return Array.from({ length: 260 }, (_, i) => {
    const at = T0 + i * STEP;
    const rise = flood ? Math.max(0, Math.min(1, (i - 220) / 30)) : 0;
    const level = (rest: number) => Math.round(100 * (rest + 2.6 * rise)) / 100;
    const told = stations.map((id, s) => ({ key: `${id} water-level`, at, value: level(3.6 - s * 0.5) }));
    return [
      ...told,
      { key: "paldang-dam outflow", at, value: 1200 + 9000 * Math.max(0, Math.min(1, (i - 210) / 12)) * Number(flood) },
    ];
  });
}

class TestRiver {
  private readonly watch = new Watch();
  readonly foresight = new Foresight();
  readonly said: string[] = [];
  private readonly stored: Told[] = [];
  readonly disk = new Map<string, Remembered>();
  private readonly plan: Plan;

  constructor(rules = [closing], before?: TestRiver) {
    this.plan = river(rules);
    const rows = [...(before?.disk.values() ?? [])];
    const forecasts = rows.filter((r) => r.stream.startsWith("forecast "));
    this.watch.bind(
      this.plan,
      rows.filter((r) => !forecasts.includes(r)),
    );
    const standing = () => (before?.said.findLast((w) => /^(raise|clear)/.test(w))?.startsWith("raise") ? 2 : 0);
    this.foresight.bind(this.plan, [shippedModel()], standing, forecasts);
    for (const { key, at, value } of before?.stored ?? []) this.foresight.recall(key, at, value);
    this.foresight.filled();
    if (before) this.stored.push(...before.stored);
  }

  /** One commit; one that fails leaves nothing behind. */
  commit(group: readonly Told[], fails = false): void {
    const verdicts: Verdict[] = [];
    for (const { key, at, value } of group) {
      this.watch.sample(key, at, value, verdicts);
      this.foresight.sample(key, at, value, 0);
    }
    const words = this.foresight.judge(verdicts, 0);
    for (const word of words) word.mind.alertId = word.type === "raise" || word.type === "expect" ? "a" : null;
    const changes = [...this.watch.changes(), ...this.foresight.changes()];
    for (const judge of [this.watch, this.foresight]) fails ? judge.undo() : judge.settle();
    if (fails) return;
    for (const row of changes) this.disk.set(JSON.stringify([row.ruleId, row.deviceId, row.stream]), row);
    this.stored.push(...group);
    this.said.push(...verdicts.map((v) => `${v.type} ${(v.at - T0) / STEP}`));
    this.said.push(...words.filter((w) => w.type !== "expect").map((w) => `forecast ${w.type} ${(w.at - T0) / STEP}`));
  }

  get forecasts(): string[] {
    return this.said.filter((word) => word.startsWith("forecast"));
  }
}

const whole = new TestRiver();
for (const group of story()) whole.commit(group);

describe("what is expected of a level", () => {
  it("is told before it comes, and comes true with it", () => {
    expect(whole.said).toHaveLength(3);
    const [raised, crossing, fulfilled] = whole.said.map((word) => Number(word.split(" ").at(-1)));
    expect(whole.said[0]).toMatch(/^forecast raise/);
    expect(whole.said[2]).toMatch(/^forecast fulfil/);
    expect(crossing).toBe(fulfilled);
    expect((crossing ?? 0) - (raised ?? 0)).toBeGreaterThan(0);
  });

  it("is nothing where the river rests", () => {
    const calm = new TestRiver();
    for (const group of story(false)) calm.commit(group);
    expect(calm.said).toEqual([]);
    const expected = calm.foresight.expectedOf("jamsu", "water-level")?.expected;
    expect(expected?.by.id).toBe("jamsu");
    expect(expected?.outlook.level[0]?.middle).toBeCloseTo(3.6, 1);
    expect(calm.foresight.expectedOf("paldang-dam", "outflow")).toBeNull();
  });

  it("does not hang on who speaks first, nor on how readings are put into commits", () => {
    const times = fc.array(fc.integer({ min: 0, max: 2 }), { minLength: 5, maxLength: 5 });
    fc.assert(
      fc.property(times, (late) => {
        const shuffled = new TestRiver();
        // within half an hour of the steady clock, which stands still, each device tells when it likes
        const groups = story();
        for (let i = 0; i < groups.length; i += 3)
          for (const turn of [0, 1, 2])
            shuffled.commit(groups.slice(i, i + 3).flatMap((group) => group.filter((_, d) => late[d] === turn)));
        expect(shuffled.forecasts).toEqual(whole.forecasts);
      }),
      { numRuns: 3 },
    );
  });

  it("is the same after a commit that failed, and after a restart at any moment", () => {
    fc.assert(
      fc.property(fc.integer({ min: 150, max: 259 }), (moment) => {
        let one = new TestRiver();
        for (const [i, group] of story().entries()) {
          if (i === moment) one.commit(group, true);
          if (i === moment + 1) {
            const again = new TestRiver([closing], one);
            again.said.push(...one.said);
            one = again;
          }
          one.commit(group);
        }
        expect(one.forecasts).toEqual(whole.forecasts);
      }),
      { numRuns: 5 },
    );
  });

  it("waits for an input that is late, and goes on without it after two minutes", () => {
    const late = new TestRiver();
    for (const group of story().slice(0, 225)) late.commit(group);
    const [jamsu, ...others] = story()[225] ?? [];
    const at = () => late.foresight.expectedOf("jamsu", "water-level")?.expected.outlook.at;
    if (jamsu) late.foresight.sample(jamsu.key, jamsu.at, jamsu.value, 0);
    expect(late.foresight.judge([], 119_000)).toEqual([]);
    late.foresight.judge([], 2 * MINUTE);
    expect(at()).toBe(T0 + 225 * STEP);
    expect(others).toHaveLength(4);
  });

  it("forgets a level that no rule asks about any more, and one that was moved", () => {
    const moved = { ...closing, raise: 5.4, clear: 5.39 };
    for (const rules of [[], [moved]]) {
      const dropped = whole.foresight.bind(river(rules), [], () => 0);
      expect(dropped).toMatchObject([{ ruleId: "closing", memory: "null" }]);
      whole.foresight.bind(river([closing]), [shippedModel()], () => 0);
    }
  });
});

it("believes a spike only when a second reading says it too", () => {
  const spiky = new TestRiver();
  const calm = story(false);
  for (const group of calm.slice(0, 200)) spiky.commit(group);
  spiky.commit([{ key: "jamsu water-level", at: T0 + 200 * STEP, value: 9.9 }]);
  for (const group of calm.slice(201)) spiky.commit(group);
  expect(spiky.said).toEqual([]);
});
