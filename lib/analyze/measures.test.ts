import { describe, expect, it } from "vitest";
import { HOUR, MINUTE } from "../base/clock";
import type { Condition } from "../contract/measure";
import { silenceKey } from "./plan";
import { device, measured, plan, rule, said, series } from "./test-rules";

const depth = "a water-depth";
const a = [device("a")];

describe("a rise", () => {
  const rise = plan(measured({ type: "rise", windowMs: HOUR }, 60, 30), a);

  it("is units per hour, told with the fifth reading", () => {
    expect(said(rise, series(depth, 10 * MINUTE, [0, 10, 20, 30, 40, 50]))).toEqual(["rule a raise 2 2400000 60"]);
  });

  it("is not moved by one spike, up or down, wherever it stands", () => {
    for (let i = 0; i < 8; i++) {
      const values = Array.from({ length: 8 }, (_, n) => (n === i ? 900 : n));
      expect(said(rise, series(depth, 10 * MINUTE, values))).toEqual([]);
    }
  });

  it("says nothing of fewer than five readings after a gap", () => {
    const after = series(depth, 10 * MINUTE, [500, 600, 700, 800], 5 * HOUR);
    expect(said(rise, [...series(depth, 10 * MINUTE, [0, 0, 0, 0, 0]), ...after])).toEqual([]);
  });

  it("judges a fall by a bar below", () => {
    const fall = plan({ ...measured({ type: "rise", windowMs: HOUR }, -60, -30), direction: "at-or-below" }, a);
    expect(said(fall, series(depth, 10 * MINUTE, [50, 40, 30, 20, 10]))).toEqual(["rule a raise 2 2400000 -60"]);
  });
});

it("a mean waits until its readings span half the window", () => {
  const mean = plan(measured({ type: "mean", windowMs: HOUR }, 150, 100), a);
  expect(said(mean, series(depth, 10 * MINUTE, [900, 0, 0, 600, 0, 0, 0]))).toEqual([
    "rule a raise 2 1800000 375",
    "rule a clear 0 3600000 100",
  ]);
});

describe("neighbours", () => {
  const near = [device("a", 0), device("b", 1), device("c", 2), device("far", 100)];
  const rules = measured({ type: "neighbours", radiusM: 500, atLeast: 2 }, 150, 100);
  const neighbours = (values: number[], at: number) =>
    near.map(({ id }, i) => ({ key: `${id} water-depth`, at, value: values[i] ?? 0 }));

  it("are compared with by their median, those within the radius only", () => {
    expect(said(plan(rules, near), [...neighbours([0, 10, 20, 900], 0), ...neighbours([175, 20, 30, 900], 1)])).toEqual(
      ["rule a raise 2 1 160"],
    );
  });

  it("say nothing while there are too few, or while they are stale", () => {
    expect(said(plan(rules, near.slice(0, 2)), neighbours([900, 0, 0, 0], 0))).toEqual([]);
    expect(said(plan(rules, near), [...neighbours([0, 0, 0, 0], 0), { key: depth, at: HOUR, value: 900 }])).toEqual([]);
  });

  it("are those of the zone where no radius is named", () => {
    const zone = plan(measured({ type: "neighbours", atLeast: 3 }, 150, 100), near);
    expect(said(zone, [...neighbours([0, 0, 0, 0], 0), ...neighbours([900, 0, 0, 0], 1)])).toEqual([
      "rule a raise 2 1 900",
    ]);
  });
});

describe("conditions", () => {
  const sum = (windowMs: number, raise: number): Condition => ({
    stream: "rainfall",
    measure: { type: "sum", windowMs },
    direction: "at-or-above",
    raise,
    clear: raise - 5,
  });
  const deep: Condition = { ...sum(HOUR, 150), stream: "water-depth", measure: { type: "value" }, clear: 100 };
  const zone = [device("a"), device("rain", 1, "rain-gauge", ["rainfall"])];
  const seoul = (raise: number) => ({
    ...rule,
    scope: { zone: "gangnam" },
    stream: "",
    measure: { type: "conditions" as const, over: "zone" as const, of: [sum(HOUR, 55), sum(15 * MINUTE, 20), deep] },
    raise,
    clear: raise - 1,
  });

  it("raise a zone by any of them, once, and clear when none holds", () => {
    const samples = [
      { key: "rain rainfall", at: 0, value: 21 },
      { key: depth, at: 1, value: 160 },
      { key: "rain rainfall", at: 20 * MINUTE, value: 0 },
      { key: depth, at: 21 * MINUTE, value: 90 },
    ];
    expect(said(plan(seoul(1), zone), samples)).toEqual(["rule gangnam raise 2 0 1", "rule gangnam clear 0 1260000 0"]);
  });

  it("raise by all of them together", () => {
    const both = plan({ ...seoul(2), scope: { kind: "rain-gauge" } }, zone);
    expect(said(both, series("rain rainfall", 15 * MINUTE, [15, 15, 15, 21]))).toEqual([
      "rule gangnam raise 2 2700000 2",
    ]);
  });

  it("are not asked where too few of them can ever hold", () => {
    expect(plan(seoul(3), [device("a")]).jobs).toEqual([]);
    expect(plan(seoul(1), [device("a")]).jobs).toHaveLength(1);
  });

  it("on one device do not mix two devices", () => {
    const gauges = [device("g", 0, "rain-gauge", ["rainfall"]), device("h", 1, "rain-gauge", ["rainfall"])];
    const rules = {
      ...seoul(2),
      scope: { kind: "rain-gauge" },
      measure: { ...seoul(2).measure, over: "device" as const },
    };
    const apart = [
      { key: "g rainfall", at: 0, value: 30 },
      { key: "h rainfall", at: 0, value: 30 },
    ];
    expect(said(plan(rules, gauges), [...apart, { key: "g rainfall", at: 1, value: 30 }])).toEqual([
      "rule g raise 2 1 2",
    ]);
  });
});

describe("levels", () => {
  const steps = plan({ ...rule, steps: [{ level: 3, raise: 300, clear: 250 }] }, a);

  it("are one alert that rises and falls", () => {
    expect(said(steps, series(depth, 1, [160, 320, 260, 240, 320, 90]))).toEqual([
      "rule a raise 2 0 160",
      "rule a level 3 1 320",
      "rule a level 2 3 240",
      "rule a level 3 4 320",
      "rule a clear 0 5 90",
    ]);
  });

  it("that are reached at once raise at the highest", () => {
    expect(said(steps, series(depth, 1, [0, 400]))).toEqual(["rule a raise 3 1 400"]);
  });
});

it("in its season and hours a rule raises; what stands clears at any time", () => {
  const at = (time: string) => Date.parse(`2026-${time}:00+09:00`);
  const winter = plan({ ...rule, months: [12, 1], hours: { from: 22, to: 6 } }, a);
  const on = (time: string, value: number) => ({ key: depth, at: at(time), value });
  expect(said(winter, [on("11-30T23:00", 200), on("12-01T21:59", 200)])).toEqual([]);
  expect(said(winter, [on("12-01T22:00", 200), on("12-02T12:00", 90)]).map((l) => l.split(" ")[2])).toEqual([
    "raise",
    "clear",
  ]);
});

it("silence is that of the device, or of one stream of it", () => {
  const silence = (stream: string) => plan({ ...measured({ type: "silence" }, 3, 1), stream }, a);
  const ticks = (key: string) => series(key, MINUTE, [0, 1, 2, 3, 0]);
  expect(said(silence(""), ticks(silenceKey("a")))).toHaveLength(2);
  expect(said(silence("water-depth"), ticks(silenceKey("a", "water-depth")))).toHaveLength(2);
  expect(said(silence("water-depth"), ticks(silenceKey("a")))).toEqual([]);
  expect(silence("fps").jobs).toEqual([]);
});
