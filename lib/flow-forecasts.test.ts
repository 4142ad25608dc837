import { beforeEach, describe, expect, test } from "vitest";
import { MINUTE } from "./base/clock";
import { getAlerts } from "./store/alert/get-alerts";
import { listAlerts } from "./store/alert/list-alerts";
import { servedScores } from "./store/forecast/served-scores";
import { refuseWrites } from "./store/test-store";
import { rules, T0, testRiver } from "./test-river";

type River = Awaited<ReturnType<typeof testRiver>>;
type Open = Awaited<ReturnType<River["open"]>>;
let river: River;
beforeEach(async () => {
  river = await testRiver();
});

/** The level every two minutes: still for an hour, then rising by three centimetres each time; it crosses 5.5 m at the 50th. */
const rising = (step: number) => Math.round(100 * (4.9 + 0.03 * Math.max(0, step - 30))) / 100;
async function tell({ flow }: Open, from: number, to: number, value = rising): Promise<void> {
  for (let step = from; step < to; step++) {
    river.time.now = T0 + step * 2 * MINUTE;
    await flow.readings("jamsu", [{ stream: "water-level", at: river.time.now, value: value(step) }]);
  }
}
const told = async () => {
  const alerts = await listAlerts(river.store.reader, { limit: 100 });
  const step = (at: number | null) => at && (at - T0) / (2 * MINUTE);
  return alerts
    .reverse()
    .map((a) => [
      a.forecast ? `forecast ${a.forecast.end ?? "stands"}` : "real",
      a.state,
      step(a.raisedAt),
      step(a.clearedAt),
    ]);
};

describe("a level that rises", () => {
  test("is forecast before it is reached; the forecast becomes the real alert, and is counted", async () => {
    const open = await river.open();
    await tell(open, 0, 53);
    const alerts = await listAlerts(river.store.reader, { limit: 10 });
    const [forecast, real] = [alerts.find((a) => a.forecast), alerts.find((a) => !a.forecast)];
    expect(forecast).toMatchObject({
      state: "cleared",
      published: false,
      level: 2,
      value: rising((await told())[0]?.[2] as number),
    });
    expect(real).toMatchObject({ state: "raised", published: true, value: 5.5 });
    const { first, end, leadMs, alertId, by, threshold } = forecast?.forecast ?? {};
    expect({ end, alertId, by, threshold }).toEqual({
      end: "fulfilled",
      alertId: real?.id,
      by: { id: "trend", trainedAt: null },
      threshold: 5.5,
    });
    expect(leadMs).toBe((real?.raisedAt ?? 0) - (forecast?.raisedAt ?? 0));
    expect(first?.probability).toBeGreaterThan(0.8);
    expect([(first?.from ?? 0) <= (first?.expectedAt ?? 0), (first?.expectedAt ?? 0) <= (first?.to ?? 0)]).toEqual([
      true,
      true,
    ]);
    expect(forecast?.groupId).not.toBe(real?.groupId);
    expect(await servedScores(river.store.reader)).toMatchObject([
      { model: "trend", threshold: 5.5, crossings: 1, hits: 1, alerts: 1, falseAlarms: 0, leadMs },
    ]);
  });

  test("and turns back is given up, and counted as a false alarm", async () => {
    const open = await river.open();
    await tell(open, 0, 100, (step) => (step < 50 ? rising(step) : 5));
    expect((await told()).map(([what, state]) => [what, state])).toEqual([["forecast lapsed", "cleared"]]);
    expect(await servedScores(river.store.reader)).toMatchObject([
      { crossings: 0, alerts: 1, falseAlarms: 1, leadMs: null },
    ]);
  });

  test("is expected anew with each reading, on the screens", async () => {
    const open = await river.open();
    await tell(open, 0, 52, (step) => Math.min(5.47, rising(step)));
    const [standing] = [...open.hub.state.alerts.values()].filter((a) => a.forecast);
    expect(standing?.forecast?.nowAt).toBe(T0 + 102 * MINUTE);
    expect(standing?.forecast?.first.probability).toBeGreaterThan(standing?.forecast?.now.probability ?? 1);
    // the rules are bound anew: what is expected stands on
    await open.rebind([...rules]);
    expect((await getAlerts(river.store.reader, [standing?.id ?? ""]))[0]?.state).toBe("raised");
  });
});

test("a crossing that nobody foretold is counted as missed", async () => {
  const open = await river.open();
  await tell(open, 0, 63, (step) => (step < 60 ? 4.5 : 5.6));
  expect(await told()).toEqual([["real", "raised", 60, null]]);
  expect(await servedScores(river.store.reader)).toMatchObject([{ crossings: 1, hits: 0, alerts: 0 }]);
});

test("neither a restart nor a disk that refuses changes what is foretold", async () => {
  await tell(await river.open(), 0, 53);
  const whole = await told();
  for (const moment of [40, 48, 49]) {
    river = await testRiver();
    const before = await river.open();
    await tell(before, 0, moment);
    await refuseWrites(river.store, true);
    await expect(tell(before, moment, moment + 1)).rejects.toThrow();
    await refuseWrites(river.store, false);
    await river.store.tend();
    await tell(before, moment, moment + 1);
    await tell(await river.open(), moment + 1, 53);
    expect(await told()).toEqual(whole);
  }
});
