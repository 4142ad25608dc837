import fc from "fast-check";
import { expect, it } from "vitest";
import { runBacktest } from "./api/run-backtest";
import { HOUR, MINUTE } from "./base/clock";
import type { Rule } from "./contract/rule";
import { watched } from "./rebind";
import { listAlerts } from "./store/alert/list-alerts";
import { rules, T0, testRiver } from "./test-river";

const [level] = rules;
if (!level) throw new Error("the river has a rule of level");
const measures: [string, Partial<Rule>][] = [
  ["value", {}],
  [
    "value with holds and steps",
    { holdMs: 3 * MINUTE, holdDownMs: 2 * MINUTE, steps: [{ level: 3, raise: 7, clear: 6.5 }] },
  ],
  ["sum", { measure: { type: "sum", windowMs: 10 * MINUTE }, raise: 40, clear: 30 }],
  ["mean", { measure: { type: "mean", windowMs: 10 * MINUTE } }],
  ["rise", { measure: { type: "rise", windowMs: 30 * MINUTE }, raise: 1, clear: 0 }],
];

/** What a list of alerts or episodes says: when each was raised and cleared, and how high it rose. */
const line = (raisedAt: number, clearedAt: number | null, level: number) =>
  `${(raisedAt - T0) / MINUTE} ${clearedAt === null ? "stands" : (clearedAt - T0) / MINUTE} ${level}`;

for (const [name, part] of measures)
  it(`says of ${name} what the river has raised on the same readings`, async () => {
    const rule = { ...level, ...part } as Rule;
    const walk = fc.sample(
      fc.array(fc.double({ min: 4, max: 8, noNaN: true }), { minLength: 150, maxLength: 150 }),
      1,
    )[0];
    const readings = (walk ?? []).map((value, i) => ({ stream: "water-level", at: T0 + i * MINUTE, value }));
    const { store, time, open } = await testRiver();
    time.now = T0 + 4 * HOUR;
    const { flow, registry, rebind } = await open();
    await rebind([rule]);
    for (let i = 0; i < readings.length; i += 20) await flow.readings("jamsu", readings.slice(i, i + 20));
    const alerts = await listAlerts(store.reader, { limit: 1000 });
    const highest = (a: (typeof alerts)[number]) =>
      Math.max(a.level, ...(a.levels ?? []).flatMap((l) => [l.from, l.level]));
    const raised = alerts
      .filter((a) => !a.forecast)
      .map((a) => line(a.raisedAt, a.clearedAt, highest(a)))
      .sort();
    const { signal } = new AbortController();
    const range = { from: T0, to: T0 + 4 * HOUR };
    const known = { store, devices: watched(registry), zones: [], signal, progress: () => undefined };
    const test = await runBacktest({ ...known, ...range, rule, present: rule });
    expect(test.episodes.map((e) => line(e.raisedAt, e.clearedAt, e.level)).sort()).toEqual(raised);
    expect(raised.length).toBeGreaterThan(0);
    expect(test).toMatchObject({ readings: readings.length, counts: { added: 0, gone: 0, before: raised.length } });
    const never = await runBacktest({ ...known, ...range, rule: { ...rule, raise: 99, clear: 98 }, present: rule });
    expect(never.counts).toMatchObject({ now: 0, gone: raised.length });
    expect(never.days.reduce((sum, d) => sum + d.before, 0)).toBe(raised.length);
  });
