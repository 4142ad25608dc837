import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DAY, HOUR, MINUTE } from "../base/clock";
import type { Measure } from "../contract/measure";
import type { Rule } from "../contract/rule";
import type { Doubt } from "./doubts";
import { type Key, type Plan, silenceKey } from "./plan";
import type { Sample } from "./replay";
import { device, line, plan, rule, said } from "./test-rules";
import { type Verdict, Watch } from "./watch";

// `npm test` looks longer than `npm run check`
const numRuns = process.env.HAECHI_RECORDINGS === "on" ? 500 : 25;
// a step of 100 mm in ten minutes is believed, one of 200 mm is not
const plausible = { of: "change", slack: 50, perMinute: 9, source: "test" } as const;
const devices = ["a", "b", "c"].map((id, nth) => device(id, nth, "street-flood", ["water-depth"], plausible));
const condition = { stream: "water-depth", direction: "at-or-above", raise: 150, clear: 100 } as const;
const measures: Measure[] = [
  { type: "value" },
  { type: "sum", windowMs: HOUR },
  { type: "mean", windowMs: HOUR },
  { type: "rise", windowMs: HOUR },
  { type: "neighbours", atLeast: 2 },
  { type: "daily", of: "max", days: 2, across: "median" },
  { type: "daily", of: "min", days: 1, across: "max" },
  {
    type: "conditions",
    over: "zone",
    of: [
      { ...condition, measure: { type: "value" } },
      { ...condition, measure: { type: "sum", windowMs: HOUR } },
    ],
  },
  { type: "conditions", over: "device", of: [{ ...condition, measure: { type: "mean", windowMs: HOUR } }] },
];

const ruleOf = (measure: Measure, holds: { holdMs: number; holdDownMs: number }): Rule =>
  measure.type === "conditions"
    ? { ...rule, ...holds, measure, stream: "", scope: { zone: "gangnam" }, raise: 1, clear: 0 }
    : { ...rule, ...holds, measure, steps: [{ level: 3, raise: 250, clear: 200 }] };
const rules = fc
  .tuple(fc.constantFrom(...measures), fc.constantFrom(0, 20 * MINUTE), fc.constantFrom(0, 20 * MINUTE))
  .map(([measure, holdMs, holdDownMs]) => ruleOf(measure, { holdMs, holdDownMs }));

/** Samples of three sensors as time goes on, now and then with hours of nothing between. */
const streams = fc
  .array(
    fc.record({
      key: fc.constantFrom("a water-depth", "b water-depth", "c water-depth"),
      gap: fc.oneof({ weight: 9, arbitrary: fc.constant(10 * MINUTE) }, fc.constantFrom(HOUR, 9 * HOUR, DAY)),
      value: fc.constantFrom(0, 60, 120, 160, 240, 400),
    }),
    { maxLength: 60 },
  )
  .map((steps) => {
    let at = 0;
    return steps.map(({ key, gap, value }): Sample => {
      at += gap;
      return { key, at, value };
    });
  });

/** Judges samples with a restart before some of them: memory as stored, newest readings, and what windows are told again. */
function withRestarts(given: Rule, samples: readonly Sample[], restarts: ReadonlySet<number>): string[] {
  const bound = plan(given, devices);
  const stored = new Map<string, ReturnType<Watch["changes"]>[number]>();
  const doubts = new Map<string, Doubt>();
  const lines: string[] = [];
  let watch = new Watch();
  watch.bind(bound);
  samples.forEach(({ key, at, value }, i) => {
    if (restarts.has(i)) {
      const past = samples.slice(0, i);
      watch = new Watch();
      watch.bind({ ...bound, streams: heardBefore(bound.streams, past, doubts) }, [...stored.values()]);
      refill(
        watch,
        past.filter((sample) => !doubts.has(nameOf(sample))),
        at,
      );
    }
    const verdicts: Verdict[] = [];
    watch.sample(key, at, value, verdicts);
    for (const doubt of watch.doubts.doubted) doubts.set(nameOf(doubt), doubt);
    for (const doubt of watch.doubts.confirmed) doubts.delete(nameOf(doubt));
    for (const row of watch.changes()) stored.set(`${row.ruleId} ${row.deviceId} ${row.stream}`, row);
    watch.settle();
    lines.push(...verdicts.map(line));
  });
  return lines;
}

/** Tells the watch what was stored, as far back as it asks. */
function refill(watch: Watch, stored: readonly Sample[], now: number): void {
  for (const { key, at, value } of stored) if (at > watch.wantedSince(key, now)) watch.recall(key, at, value);
  watch.filled();
}

const nameOf = ({ key, at }: { key: Key; at: number }) => `${key} ${at}`;

/** As the database has it: the newest reading of each stream, and, where that is doubted, what was believed before it. */
function heardBefore(streams: Plan["streams"], past: readonly Sample[], doubts: ReadonlyMap<string, Doubt>) {
  return streams.map(({ subject, stream }) => {
    const last = past.findLast((sample) => sample.key === subject.key);
    if (!last) return { subject, stream };
    const doubt = doubts.get(nameOf(last));
    const believed = doubt ? { at: doubt.believedAt, value: doubt.believed } : last;
    const kept = { doubtAt: doubt ? last.at : Number.NEGATIVE_INFINITY, doubtValue: doubt ? last.value : Number.NaN };
    return { subject, stream: { ...stream, before: { ...believed, sameSince: believed.at, ...kept } } };
  });
}

describe("the watch, whatever comes", () => {
  it("judges the same through a restart at any moment, by every measure", () => {
    fc.assert(
      fc.property(rules, streams, fc.array(fc.nat(60), { maxLength: 3 }), (given, samples, restarts) => {
        expect(withRestarts(given, samples, new Set(restarts))).toEqual(said(plan(given, devices), samples));
      }),
      { numRuns },
    );
  });

  it("judges a reading that waited through a restart with all that was within its own window", () => {
    const measure = measures.find((m) => m.type === "conditions" && m.over === "device") as Measure;
    const given = ruleOf(measure, { holdMs: 0, holdDownMs: 0 });
    const steps = [
      ["c", 10, 400],
      ["c", 40, 0],
      ["a", 100, 0],
      ["c", 110, 0],
    ] as const;
    const samples = steps.map(([id, at, value]) => ({ key: `${id} water-depth`, at: at * MINUTE, value }));
    const lines = said(plan(given, devices), samples);
    expect(lines).toEqual([`rule c raise 2 ${40 * MINUTE} 1`]);
    expect(withRestarts(given, samples, new Set([2]))).toEqual(lines);
  });

  it("raises and clears nothing for a repetition, by every measure", () => {
    fc.assert(
      fc.property(rules, streams, fc.nat(5), (given, samples, back) => {
        const repeated = samples.flatMap((sample, i) => [sample, ...samples.slice(Math.max(0, i - back), i + 1)]);
        expect(said(plan(given, devices), repeated)).toEqual(said(plan(given, devices), samples));
      }),
      { numRuns },
    );
  });

  it("says nothing at a reading that comes too late, and a threshold does not mind it", () => {
    fc.assert(
      fc.property(rules, streams, fc.integer({ min: 1, max: 5 * HOUR }), (given, samples, ms) => {
        const late = samples.flatMap((s) => [s, { ...s, at: s.at - ms, value: 900 }]);
        const lines = said(plan(given, devices), late);
        const times = new Set(samples.map((s) => s.at));
        for (const words of lines) expect(times.has(Number(words.split(" ")[4]))).toBe(true);
        if (given.measure.type === "value") expect(lines).toEqual(said(plan(given, devices), samples));
      }),
      { numRuns },
    );
  });

  it("is not moved by time alone: only a reading raises or clears a flood", () => {
    fc.assert(
      fc.property(rules, streams, (given, samples) => {
        const ticks = samples.flatMap((s) => [s, { key: silenceKey("a"), at: s.at + 1, value: 1e6 }]);
        expect(said(plan(given, devices), ticks)).toEqual(said(plan(given, devices), samples));
      }),
      { numRuns },
    );
  });

  it("alternates: what was raised clears before it is raised again, and moves only while it stands", () => {
    fc.assert(
      fc.property(rules, streams, (given, samples) => {
        const levels = new Map<string, number>();
        for (const words of said(plan(given, devices), samples)) {
          const [, subject = "", type, level] = words.split(" ");
          const before = levels.get(subject) ?? 0;
          expect(type).toBe(before === 0 ? "raise" : Number(level) === 0 ? "clear" : "level");
          expect(Number(level)).not.toBe(before);
          levels.set(subject, Number(level));
        }
      }),
      { numRuns },
    );
  });

  it("forgets a group that was not stored, and judges it again alike", () => {
    fc.assert(
      fc.property(rules, streams, fc.nat(60), fc.integer({ min: 1, max: 8 }), (given, samples, from, count) => {
        const watch = new Watch();
        watch.bind(plan(given, devices));
        const lines: string[] = [];
        const believed: Sample[] = [];
        const judge = (some: readonly Sample[]) => {
          const verdicts: Verdict[] = [];
          for (const { key, at, value } of some) watch.sample(key, at, value, verdicts);
          return verdicts.map(line);
        };
        samples.forEach((sample, i) => {
          if (i === from) {
            judge(samples.slice(i, i + count));
            watch.undo();
            refill(watch, believed, sample.at);
          }
          lines.push(...judge([sample]));
          if (watch.doubts.doubted.length === 0) believed.push(sample);
          for (const { key, at } of watch.doubts.confirmed)
            believed.push(...samples.filter((s) => s.key === key && s.at === at));
          watch.settle();
        });
        expect(lines).toEqual(said(plan(given, devices), samples));
      }),
      { numRuns },
    );
  });
});
