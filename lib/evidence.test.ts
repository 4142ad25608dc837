import fc from "fast-check";
import { expect, it } from "vitest";
import { replayAlert, type Scene } from "./analyze/evidence";
import { replayForecast } from "./analyze/forecast/replay";
import { HOUR, MINUTE } from "./base/clock";
import type { Rule } from "./contract/rule";
import { keepEvidence } from "./keep-evidence";
import { watched } from "./rebind";
import { readEvidence } from "./store/alert/evidence";
import { alertsForScreens, listAlerts } from "./store/alert/list-alerts";
import { putRule } from "./store/rule/put-rule";
import { rules, T0, testRiver } from "./test-river";

const [level] = rules;
if (!level) throw new Error("the river has a rule of level");
const measures: [string, Partial<Rule>][] = [
  ["a value", {}],
  ["a value held, with steps", { holdMs: 3 * MINUTE, steps: [{ level: 3, raise: 7, clear: 6.5 }] }],
  ["a sum", { measure: { type: "sum", windowMs: 10 * MINUTE }, raise: 40, clear: 30 }],
  ["a mean", { measure: { type: "mean", windowMs: 10 * MINUTE } }],
  ["a rise", { measure: { type: "rise", windowMs: 30 * MINUTE }, raise: 1, clear: 0 }],
];

for (const [i, [name, part]] of measures.entries())
  it(`of ${name} gives each alert's verdict again, and another one when a reading was changed`, async () => {
    const rule = { ...level, ...part, version: 2 + i } as Rule;
    const walk = fc.array(fc.double({ min: 4, max: 8, noNaN: true }), { minLength: 120, maxLength: 120 });
    const values = fc.sample(walk, { numRuns: 1, seed: 11 })[0] ?? [];
    const { store, time, open } = await testRiver();
    await store.write((tx) => putRule(tx, rule));
    time.now = T0 + 4 * HOUR;
    const { flow, registry, rebind } = await open();
    await rebind([rule]);
    const known = { zones: async () => [], watched: () => watched(registry), device: () => undefined };
    const forecasts = { forecastOn: () => [], model: async () => null };
    const clock = { now: () => time.now };
    let seen: Awaited<ReturnType<typeof alertsForScreens>> = [];
    const keeper = keepEvidence({ store, clock, alerts: () => seen, ...known, ...forecasts });
    for (const [n, value] of values.entries()) {
      await flow.readings("jamsu", [{ stream: "water-level", at: T0 + n * MINUTE, value }]);
      seen = await alertsForScreens(store, 10);
      await keeper.look();
    }
    const alerts = (await listAlerts(store.reader, { limit: 1000 })).filter((a) => !a.forecast);
    expect(alerts.length).toBeGreaterThan(0);
    for (const alert of alerts) {
      const kept = await readEvidence(store.reader, alert.id);
      if (!kept) throw new Error("no evidence was taken");
      const { streams } = kept.evidence;
      expect(JSON.stringify(kept)).not.toContain("keyCipher");
      expect(replayAlert(rule, alert, kept.scene as Scene, streams)).toMatchObject({ equal: true });
      const calm = streams.map((s) => ({ ...s, value: s.value.map(() => 0) }));
      expect(replayAlert(rule, alert, kept.scene as Scene, calm)).toMatchObject({ equal: false, raisedAt: null });
    }
  });

it("of a forecast gives the very same forecast again, and another one when a reading was changed", async () => {
  const { store, time, open } = await testRiver();
  const { flow, registry, foresight } = await open();
  for (let n = 0; n < 50; n++) {
    time.now = T0 + n * 2 * MINUTE;
    const value = Math.round(100 * (4.9 + 0.03 * Math.max(0, n - 30))) / 100;
    await flow.readings("jamsu", [{ stream: "water-level", at: time.now, value }]);
  }
  const alerts = (await listAlerts(store.reader, { limit: 10 })).filter((a) => a.forecast);
  const [alert] = alerts;
  if (!alert) throw new Error("nothing was forecast");
  await keepEvidence({
    ...{ store, clock: { now: () => time.now }, alerts: () => alerts, zones: async () => [], device: () => undefined },
    watched: () => watched(registry),
    forecastOn: (a) => foresight.inputsOf(a.deviceId, a.stream),
    model: async () => null,
  }).look();
  const kept = await readEvidence(store.reader, alert.id);
  if (!kept) throw new Error("no evidence was taken");
  const { streams, forecast } = kept.evidence;
  expect(forecast).toMatchObject({ at: alert.raisedAt, value: alert.value, by: { id: "trend" } });
  expect(forecast?.crossings[0]).toMatchObject({ threshold: 5.5, ...alert.forecast?.first });
  const again = (given: typeof streams) => replayForecast(level, alert, kept.scene as Scene, given, null);
  expect(again(streams)).toMatchObject({ equal: true, expected: alert.forecast?.first });
  const calm = streams.map((s) => ({ ...s, value: s.value.map((v) => Math.min(v, 4.92)) }));
  expect(again(calm)).toMatchObject({ equal: false });
});
