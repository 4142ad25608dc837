import { describe, expect, it } from "vitest";
import type { RuleBody } from "@/lib/contract/rule";
import { ruleDiff } from "./rule-diff";
import { checkDraft, draftOf, emptyDraft } from "./rule-draft";

const jamsu: RuleBody = {
  name: { ko: "잠수교 보행자 통제", en: "Jamsu bridge closes to walkers" },
  hazard: "flood",
  level: 2,
  scope: { device: "jamsu" },
  stream: "water-level",
  measure: { type: "value" },
  direction: "at-or-above",
  raise: 5.5,
  clear: 5.4,
  holdMs: 90_000,
  publish: true,
  advice: { ko: "건너지 마세요", en: "Do not cross" },
  source: "Seoul",
  effectiveFrom: "2022-01-01",
  official: true,
  enabled: true,
};

const faultsOf = (change: object) => checkDraft({ ...draftOf(jamsu), ...change }).faults;

describe("a rule's form", () => {
  it("gives back the rule it was filled with", () => {
    expect(checkDraft(draftOf(jamsu)).rule).toEqual(jamsu);
    const silent: RuleBody = { ...jamsu, measure: { type: "silence" }, stream: "" };
    expect(checkDraft(draftOf(silent)).rule).toEqual(silent);
    const sum: RuleBody = { ...jamsu, measure: { type: "sum", windowMs: 3_600_000 } };
    expect(checkDraft(draftOf(sum)).rule).toEqual(sum);
    const whole: RuleBody = {
      ...jamsu,
      steps: [{ level: 3, raise: 6.2, clear: 6.1 }],
      holdDownMs: 120_000,
      months: [6, 7],
      hours: { from: 22, to: 6 },
    };
    expect(checkDraft(draftOf(whole)).rule).toEqual(whole);
  });
  it.each<RuleBody["measure"]>([
    { type: "mean", windowMs: 600_000 },
    { type: "rise", windowMs: 3_600_000 },
    { type: "neighbours", atLeast: 3 },
    { type: "neighbours", atLeast: 3, radiusM: 1500 },
    { type: "daily", of: "min", days: 2, across: "median", hours: { from: 3, to: 9 } },
    { type: "daily", of: "max", days: 1, across: "max" },
  ])("gives back every measure: $type", (measure) => {
    expect(checkDraft(draftOf({ ...jamsu, measure })).rule).toEqual({ ...jamsu, measure });
  });
  it("gives back conditions, and says what is wrong with each", () => {
    const bar = { direction: "at-or-above", raise: 20, clear: 15 } as const;
    const of = [
      { ...bar, stream: "rainfall", measure: { type: "sum", windowMs: 900_000 } as const },
      { ...bar, kind: "street-flood", stream: "water-depth", measure: { type: "value" } as const },
    ];
    const measure = { type: "conditions", over: "zone", of } as const;
    const rule: RuleBody = { ...jamsu, stream: "", measure: { ...measure, of: [...of] }, raise: 1, clear: 0 };
    const draft = draftOf(rule);
    expect(checkDraft(draft).rule).toEqual(rule);
    const [first] = draft.conditions;
    if (!first) throw new Error("no condition");
    const faults = checkDraft({ ...draft, conditions: [{ ...first, stream: "", windowMin: "0", clear: "" }] }).faults;
    expect(faults?.["measure.of.0.stream"]?.key).toBe("required");
    expect(faults?.["measure.of.0.measure.windowMs"]?.key).toBe("notAbove");
    expect(faults?.["measure.of.0.clear"]?.key).toBe("number");
    expect(checkDraft({ ...draft, raise: "3" }).faults?.raise?.key).toBe("conditionCount");
  });
  it("names the field that is empty, no number or no date", () => {
    const faults = checkDraft(emptyDraft("")).faults;
    expect(faults?.["name.ko"]?.key).toBe("required");
    expect(faults?.raise?.key).toBe("number");
    expect(faults?.effectiveFrom?.key).toBe("date");
    expect(faults?.scope?.key).toBe("scope");
    expect(faultsOf({ raise: "5,5" })?.raise?.key).toBe("number");
    expect(faultsOf({ effectiveFrom: "2026-02-30" })?.effectiveFrom?.key).toBe("date");
  });
  it("names a clear value on the dangerous side, a missing stream and a hold over a day", () => {
    expect(faultsOf({ clear: "5.6" })?.clear?.key).toBe("clearSide");
    expect(faultsOf({ stream: "" })?.stream?.key).toBe("stream");
    expect(faultsOf({ holdMin: "1441" })?.holdMs).toEqual({ key: "tooBig", values: { limit: 1440 } });
    expect(faultsOf({ holdMin: "-1" })?.holdMs?.key).toBe("tooSmall");
    expect(faultsOf({ measure: "sum", windowMin: "" })?.["measure.windowMs"]?.key).toBe("number");
    expect(faultsOf({ measure: "sum", windowMin: "0" })?.["measure.windowMs"]?.key).toBe("notAbove");
  });
  it("names levels that do not rise, hours that are none, and limits in the units that were typed", () => {
    expect(faultsOf({ steps: [{ level: "3", raise: "5", clear: "4" }] })?.steps?.key).toBe("stepsRise");
    expect(faultsOf({ hoursFrom: "6", hoursTo: "6" })?.["hours.to"]?.key).toBe("hours");
    expect(faultsOf({ hoursFrom: "6" })?.["hours.to"]?.key).toBe("number");
    expect(faultsOf({ measure: "neighbours", radiusKm: "80" })?.["measure.radiusM"]).toEqual({
      key: "tooBig",
      values: { limit: 50 },
    });
    expect(faultsOf({ measure: "neighbours", atLeast: "1" })?.["measure.atLeast"]?.key).toBe("tooSmall");
    expect(faultsOf({ measure: "daily", days: "1.5" })?.["measure.days"]?.key).toBe("whole");
  });
  it("names a hazard or level that does not exist", () => {
    expect(faultsOf({ hazard: "dragon" })?.hazard?.key).toBe("choose");
    expect(faultsOf({ level: "9" })?.level?.key).toBe("choose");
  });
});

describe("what changed between two versions", () => {
  it("lists only the rule's own fields", () => {
    const next = { ...jamsu, raise: 5.6, scope: { kind: "water-level" }, version: 2, createdBy: "kim" };
    expect(ruleDiff(jamsu, next)).toEqual([
      { path: "scope.device", before: "jamsu", after: null },
      { path: "raise", before: 5.5, after: 5.6 },
      { path: "scope.kind", before: null, after: "water-level" },
    ]);
    expect(ruleDiff(jamsu, jamsu)).toEqual([]);
    const steps: RuleBody["steps"] = [{ level: 3, raise: 6.2, clear: 6.1 }];
    expect(ruleDiff(jamsu, { ...jamsu, steps })).toEqual([{ path: "steps", before: null, after: steps }]);
    expect(ruleDiff({ ...jamsu, steps }, { ...jamsu, steps: [...steps] })).toEqual([]);
  });
});
