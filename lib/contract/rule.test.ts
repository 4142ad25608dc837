import { describe, expect, it } from "vitest";
import { koreaPack } from "../analyze/pack/korea";
import { RuleBody } from "./rule";

/** As the first version of the city stored it. */
const stored = `{"name":{"ko":"잠수교 차량 통제 수위","en":"Jamsu bridge: closed to vehicles"},"hazard":"flood","level":3,
  "scope":{"device":"jamsu"},"stream":"water-level","measure":{"type":"value"},"direction":"at-or-above","raise":6.2,"clear":6.19,
  "holdMs":0,"publish":true,"advice":{"ko":"우회","en":"Take another bridge"},"source":"Seoul","effectiveFrom":"2020-01-01",
  "official":true,"enabled":true}`;
const body: RuleBody = JSON.parse(stored);
const faults = (change: object) =>
  RuleBody.safeParse({ ...body, ...change }).error?.issues.map((issue) => issue.path.join(".")) ?? [];

it("a rule that was stored before there were levels, seasons and other measures is still a rule", () => {
  expect(RuleBody.parse(body)).toEqual(body);
  const sum = { ...body, stream: "rainfall", measure: { type: "sum", windowMs: 900_000 } };
  const silence = { ...body, stream: "", measure: { type: "silence" } };
  expect([RuleBody.parse(sum), RuleBody.parse(silence)]).toEqual([sum, silence]);
});

it("every rule of the pack is one", () => {
  for (const { id: _id, ...rule } of koreaPack) expect(RuleBody.parse(rule)).toEqual(rule);
});

describe("a rule is refused", () => {
  const step = { level: 4, raise: 6.5, clear: 6.4 };

  it("whose levels do not rise", () => {
    expect(faults({ steps: [step] })).toEqual([]);
    expect(faults({ steps: [{ ...step, level: 3 }] })).toEqual(["steps"]);
    expect(faults({ steps: [{ ...step, raise: 6.1 }] })).toEqual(["steps"]);
    expect(faults({ steps: [{ ...step, clear: 6.1 }] })).toEqual(["steps"]);
    expect(faults({ steps: [{ ...step, clear: 6.6 }] })).toEqual(["steps"]);
    const cold = { direction: "at-or-below", level: 2, raise: -12, clear: -11 };
    expect(faults({ ...cold, steps: [{ level: 3, raise: -15, clear: -14 }] })).toEqual([]);
  });

  it("that asks for more conditions than it has, or for none", () => {
    const condition = { stream: "rainfall", measure: { type: "value" }, direction: "at-or-above", raise: 5, clear: 4 };
    const counted = (raise: number, clear: number) => ({
      stream: "",
      measure: { type: "conditions", over: "zone", of: [condition, condition] },
      raise,
      clear,
    });
    expect(faults(counted(2, 1))).toEqual([]);
    for (const raise of [0, 1.5, 3]) expect(faults(counted(raise, -1))).toEqual(["raise"]);
    expect(faults(counted(2, 2))).toEqual(["raise"]);
  });

  it("that names no stream, or hours that never are", () => {
    expect(faults({ stream: "" })).toEqual(["stream"]);
    expect(faults({ hours: { from: 22, to: 6 } })).toEqual([]);
    expect(faults({ hours: { from: 6, to: 6 } })).toEqual(["hours.to"]);
    expect(faults({ months: [13] })).toEqual(["months.0"]);
  });
});
