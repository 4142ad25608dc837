import { expect, it } from "vitest";
import type { Rule } from "../contract/rule";
import { type Holder, outcomeOf, type Verdict } from "./outcome";

const rule: Rule = {
  id: "deep",
  version: 3,
  createdAt: 0,
  createdBy: "pack",
  name: { ko: "침수", en: "Flood" },
  hazard: "flood",
  level: 4,
  scope: { kind: "street-flood" },
  stream: "water-depth",
  measure: { type: "value" },
  direction: "at-or-above",
  raise: 150,
  clear: 100,
  holdMs: 0,
  publish: true,
  advice: { ko: "대피", en: "Leave" },
  source: "test",
  effectiveFrom: "2024-04-01",
  official: true,
  enabled: true,
};
const place = (deviceId: string, stream: string) => ({
  deviceId,
  stream,
  deviceName: "",
  kind: "street-flood",
  zone: "",
  lat: 0,
  lon: 0,
});
const given = { now: 50, newId: () => "a1", place, standing: () => undefined, known: () => [] };
const holder = (alertId: string | null): Holder => ({ rule, subject: {}, alertId });
const source = { deviceId: "d", stream: "water-depth" };
const says = (type: Verdict["type"], bound: Holder, at: number, value: number, level: Verdict["level"]): Verdict => ({
  type,
  bound,
  at,
  value,
  level,
  source,
});

it("raises an alert of the rule's version, level and publication, and the rule holds its id", () => {
  const bound = holder(null);
  const { raised, cleared } = outcomeOf([says("raise", bound, 40, 160, 4)], given);
  expect(raised).toMatchObject([
    { id: "a1", ruleVersion: 3, level: 4, published: true, raisedAt: 40, recordedAt: 50, value: 160, state: "raised" },
  ]);
  expect(cleared).toEqual([]);
  expect(bound.alertId).toBe("a1");
});

it("raises and clears within one group: both are told, in that order", () => {
  const bound = holder(null);
  const verdicts = [says("raise", bound, 40, 160, 4), says("clear", bound, 45, 90, 0)];
  const { raised, cleared } = outcomeOf(verdicts, given);
  expect(raised).toHaveLength(1);
  expect(cleared).toMatchObject([{ id: "a1", state: "cleared", clearedAt: 45, clearedValue: 90 }]);
  expect(bound.alertId).toBeNull();
});

it("lets go of an alert that is no longer known", () => {
  const bound = holder("gone");
  expect(outcomeOf([says("clear", bound, 45, 90, 0)], given)).toEqual({ raised: [], changed: [], cleared: [] });
  expect(bound.alertId).toBeNull();
});

it("moves one alert through the levels of its rule, also within one group", () => {
  const bound = holder(null);
  const verdicts = [
    says("raise", bound, 40, 160, 2),
    says("level", bound, 45, 300, 4),
    says("level", bound, 50, 200, 2),
    says("clear", bound, 55, 90, 0),
  ];
  const { raised, changed, cleared } = outcomeOf(verdicts, given);
  expect(raised).toMatchObject([{ level: 2 }]);
  expect(changed.map((a) => a.level)).toEqual([4, 2]);
  expect(cleared).toMatchObject([
    {
      level: 2,
      levels: [
        { at: 45, from: 2, level: 4, value: 300 },
        { at: 50, from: 4, level: 2, value: 200 },
      ],
    },
  ]);
});

it("gives a zone's alert the place of the device that made it so", () => {
  const bound = { rule, subject: { zone: "gangnam" }, alertId: null };
  const { raised } = outcomeOf([says("raise", bound, 40, 2, 4)], given);
  expect(raised).toMatchObject([{ deviceId: "d", stream: "water-depth", zone: "gangnam", zoneWide: true }]);
});
