import { expect, it } from "vitest";
import type { Rule } from "../contract/rule";
import { type Holder, outcomeOf } from "./outcome";

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
const given = { now: 50, newId: () => "a1", place, standing: () => undefined };
const holder = (alertId: string | null): Holder => ({
  rule,
  subject: { deviceId: "d", stream: "water-depth" },
  alertId,
});

it("raises an alert of the rule's version, level and publication, and the rule holds its id", () => {
  const bound = holder(null);
  const { raised, cleared } = outcomeOf([{ type: "raise", bound, at: 40, value: 160 }], given);
  expect(raised).toMatchObject([
    { id: "a1", ruleVersion: 3, level: 4, published: true, raisedAt: 40, recordedAt: 50, value: 160, state: "raised" },
  ]);
  expect(cleared).toEqual([]);
  expect(bound.alertId).toBe("a1");
});

it("raises and clears within one group: both are told, in that order", () => {
  const bound = holder(null);
  const verdicts = [
    { type: "raise" as const, bound, at: 40, value: 160 },
    { type: "clear" as const, bound, at: 45, value: 90 },
  ];
  const { raised, cleared } = outcomeOf(verdicts, given);
  expect(raised).toHaveLength(1);
  expect(cleared).toMatchObject([{ id: "a1", state: "cleared", clearedAt: 45, clearedValue: 90 }]);
  expect(bound.alertId).toBeNull();
});

it("lets go of an alert that is no longer known", () => {
  const bound = holder("gone");
  expect(outcomeOf([{ type: "clear", bound, at: 45, value: 90 }], given)).toEqual({ raised: [], cleared: [] });
  expect(bound.alertId).toBeNull();
});
