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
  });
});
