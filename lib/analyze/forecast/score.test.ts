import { expect, it } from "vitest";
import { HOUR, MINUTE } from "../../base/clock";
import type { ForecastSight, Operating } from "./decide";
import { figuresOf, scoreOf } from "./score";

const rule: Operating = { horizonMs: 4 * HOUR, raise: 0.8, holdMs: 0, lapse: 0.3 };
const sights = (list: readonly (number | "over")[], step = 10 * MINUTE): ForecastSight[] =>
  list.map((seen, i) => ({ at: i * step, over: seen === "over", chance: seen === "over" ? 1 : seen }));
const times = (count: number, seen: number | "over") => Array.from({ length: count }, () => seen);

it("counts a crossing once, however the water plays about the level, and gives the lead of its alert", () => {
  const score = scoreOf(rule, sights([0.1, 0.9, 0.9, "over", 0.9, "over", 0.5, 0.5, "over", ...times(8, 0.1), "over"]));
  expect(score.events).toEqual([
    { at: 30 * MINUTE, leadMs: 20 * MINUTE },
    { at: 170 * MINUTE, leadMs: null },
  ]);
  expect(figuresOf(score)).toMatchObject({ events: 2, hits: 1, hitShare: 0.5, episodes: 1, falseAlarms: 0 });
});

it("calls an alert false that was given up", () => {
  const score = scoreOf(rule, sights([0.9, ...times(6, 0.1)]));
  expect(figuresOf(score)).toMatchObject({ events: 0, episodes: 1, falseAlarms: 1, falseShare: 1 });
});

it("begins anew after a hole in the data, and judges nothing across it", () => {
  const score = scoreOf(rule, sights([0.9, 0.9, "over"], 2 * HOUR));
  expect(score.episodes).toEqual([]);
});
