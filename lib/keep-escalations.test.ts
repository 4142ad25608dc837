import fc from "fast-check";
import { expect, it } from "vitest";
import { MINUTE } from "./base/clock";
import { type EscalationPolicy, firstPolicy, nextEscalation } from "./contract/escalation";
import { escalate } from "./keep-escalations";
import { acknowledgeAlert } from "./store/alert/acknowledge-alert";
import { putEscalationPolicy } from "./store/alert/escalation-policy";
import { alertsForScreens } from "./store/alert/list-alerts";
import { T0, testRiver } from "./test-river";

const policy: EscalationPolicy = {
  ...firstPolicy,
  "2": [
    { afterMin: 2, to: "desk" },
    { afterMin: 5, to: "lead" },
    { afterMin: 9, to: "agency:police" },
  ],
};

/** A river with one alert that stands, recorded an hour after T0; `look` is one look of the city, or of one that has just started. */
async function standing() {
  const river = await testRiver();
  const { store, time } = river;
  const { flow } = await river.open();
  await flow.readings("jamsu", [{ stream: "water-level", at: T0 + 60 * MINUTE, value: 6 }]);
  await store.write((tx) => putEscalationPolicy(tx, policy));
  let told = 0;
  const look = async () => {
    const alerts = await alertsForScreens(store, 10);
    const clock = { now: () => time.now };
    const tell = () => {
      told++;
    };
    await escalate({ store, clock, newId: () => String(told), alerts: () => alerts, tell, ring: () => undefined });
  };
  const [alert] = await alertsForScreens(store, 10);
  if (!alert) throw new Error("nothing was raised");
  const steps = async () => (await alertsForScreens(store, 10))[0]?.escalations?.map((e) => e.to) ?? [];
  const rows = async () => (await store.reader.audit.findMany({ where: { action: "alert.escalate" } })).length;
  return { ...river, alert, look, steps, rows };
}

it("takes each step once when it is due, each on the record, and none before", async () => {
  const { time, alert, look, steps, rows } = await standing();
  for (const [after, expected] of [
    [1, []],
    [2, ["desk"]],
    [3, ["desk"]],
    [5, ["desk", "lead"]],
    [60, ["desk", "lead", "agency:police"]],
    [90, ["desk", "lead", "agency:police"]],
  ] as const) {
    time.now = alert.recordedAt + after * MINUTE;
    await look();
    await look();
    expect([after, await steps()]).toEqual([after, expected]);
  }
  expect(await rows()).toBe(3);
});

it("ends at the acknowledgement", async () => {
  const { store, time, alert, look, steps } = await standing();
  time.now = alert.recordedAt + 2 * MINUTE;
  await look();
  await store.write((tx) => acknowledgeAlert(tx, alert.id, { at: time.now, by: "Kim", note: null }));
  time.now += 60 * MINUTE;
  await look();
  expect(await steps()).toEqual(["desk"]);
});

it("of two that look at the same moment one takes the step", async () => {
  const { time, alert, look, steps, rows } = await standing();
  time.now = alert.recordedAt + 2 * MINUTE;
  await Promise.all([look(), look(), look()]);
  expect([await steps(), await rows()]).toEqual([["desk"], 1]);
});

it("whenever the city looks and however often it starts anew, each step is taken once", () => {
  const looks = fc.array(fc.integer({ min: 0, max: 12 * 60 }), { maxLength: 30 });
  fc.assert(
    fc.property(looks, (seconds) => {
      let alert = { state: "raised", level: 2 as const, hazard: "flood", recordedAt: 0, escalations: [] as never[] };
      for (const now of seconds.toSorted((a, b) => a - b).map((s) => s * 1000)) {
        for (let next = nextEscalation(alert, policy); next && next.dueAt <= now; next = nextEscalation(alert, policy))
          alert = { ...alert, escalations: [...alert.escalations, { ...next, at: now } as never] };
      }
      const last = Math.max(-1, ...seconds);
      const due = policy["2"].filter((s) => s.afterMin * 60 <= last).map((s) => s.to);
      expect(alert.escalations.map((e: { to: string }) => e.to)).toEqual(due);
    }),
  );
});

it("begins anew when the alert rises, from then", () => {
  const first = { rise: 0, step: 0, level: 2, to: "desk", dueAt: 1, at: 1 } as const;
  const alert = { state: "raised", level: 4, hazard: "flood", recordedAt: 0, escalations: [first] } as const;
  const risen = { ...alert, escalations: [first], levels: [{ at: 600_000, from: 2, level: 4 }] };
  expect(nextEscalation(risen, policy)).toMatchObject({ rise: 1, step: 0, dueAt: 600_000 + 2 * MINUTE });
  expect(nextEscalation({ ...risen, state: "acknowledged" }, policy)).toBeNull();
});
