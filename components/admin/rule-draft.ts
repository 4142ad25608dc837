import { HOUR, MINUTE } from "@/lib/base/clock";
import { RuleBody } from "@/lib/contract/rule";
import { type FieldFault, type FieldFaults, fieldFaults } from "./field-errors";

/** A rule as a form holds it: text until it is checked, durations in minutes. */
export type RuleDraft = {
  nameKo: string;
  nameEn: string;
  hazard: string;
  level: string;
  scopeKind: string;
  scopeZone: string;
  scopeDevice: string;
  stream: string;
  measure: RuleBody["measure"]["type"];
  /** What the form shows no field of, kept as it is. */
  kept: Pick<RuleBody, "measure" | "steps" | "holdDownMs" | "months" | "hours">;
  windowMin: string;
  direction: "at-or-above" | "at-or-below";
  raise: string;
  clear: string;
  holdMin: string;
  publish: boolean;
  adviceKo: string;
  adviceEn: string;
  source: string;
  effectiveFrom: string;
  official: boolean;
  enabled: boolean;
};

/** An empty form: nothing is official or published until somebody says so. */
export function emptyDraft(today: string): RuleDraft {
  const words = { nameKo: "", nameEn: "", adviceKo: "", adviceEn: "", source: "" };
  const scope = { scopeKind: "", scopeZone: "", scopeDevice: "", stream: "" };
  const limits = { raise: "", clear: "", holdMin: "0", windowMin: String(HOUR / MINUTE) };
  const marks = { publish: false, official: false, enabled: true };
  return {
    ...words,
    ...scope,
    ...limits,
    ...marks,
    hazard: "flood",
    level: "2",
    measure: "value",
    kept: { measure: { type: "value" } },
    direction: "at-or-above",
    effectiveFrom: today,
  };
}

export function draftOf(rule: RuleBody): RuleDraft {
  return {
    nameKo: rule.name.ko,
    nameEn: rule.name.en,
    hazard: rule.hazard,
    level: String(rule.level),
    scopeKind: rule.scope.kind ?? "",
    scopeZone: rule.scope.zone ?? "",
    scopeDevice: rule.scope.device ?? "",
    stream: rule.stream,
    measure: rule.measure.type,
    kept: keptOf(rule),
    windowMin: String((rule.measure.type === "sum" ? rule.measure.windowMs : HOUR) / MINUTE),
    direction: rule.direction,
    raise: String(rule.raise),
    clear: String(rule.clear),
    holdMin: String(rule.holdMs / MINUTE),
    publish: rule.publish,
    adviceKo: rule.advice.ko,
    adviceEn: rule.advice.en,
    source: rule.source,
    effectiveFrom: rule.effectiveFrom,
    official: rule.official,
    enabled: rule.enabled,
  };
}

export type CheckedRule = { rule: RuleBody; faults: null } | { rule: null; faults: FieldFaults };

/** The rule that the form says, checked by the contract; or each field's fault by its path in the contract. */
export function checkDraft(draft: RuleDraft): CheckedRule {
  const parsed = RuleBody.safeParse(bodyOf(draft));
  return parsed.success
    ? { rule: parsed.data, faults: null }
    : { rule: null, faults: { ...unnamedStream(draft), ...inMinutes(fieldFaults(parsed.error)) } };
}

/** The contract looks at this only once all else is right: a form says it at once. */
function unnamedStream({ measure, stream }: RuleDraft): FieldFaults {
  return measure !== "silence" && measure !== "conditions" && !stream ? { stream: { key: "stream", values: {} } } : {};
}

/** The contract's limits of a duration are milliseconds, the form's are minutes. */
function inMinutes(faults: FieldFaults): FieldFaults {
  const told = (path: string, { key, values }: FieldFault): FieldFault =>
    path.endsWith("Ms") && typeof values.limit === "number"
      ? { key, values: { limit: values.limit / MINUTE } }
      : { key, values };
  return Object.fromEntries(Object.entries(faults).map(([path, fault]) => [path, told(path, fault)]));
}

function bodyOf(draft: RuleDraft) {
  const scope = { kind: draft.scopeKind, zone: draft.scopeZone, device: draft.scopeDevice };
  return {
    ...draft.kept,
    name: { ko: draft.nameKo.trim(), en: draft.nameEn.trim() },
    hazard: draft.hazard,
    level: Number(draft.level),
    scope: Object.fromEntries(Object.entries(scope).filter(([, named]) => named)),
    stream: draft.stream,
    measure: measureOf(draft),
    direction: draft.direction,
    raise: numberOf(draft.raise),
    clear: numberOf(draft.clear),
    holdMs: msOf(draft.holdMin),
    publish: draft.publish,
    advice: { ko: draft.adviceKo.trim(), en: draft.adviceEn.trim() },
    source: draft.source.trim(),
    effectiveFrom: draft.effectiveFrom,
    official: draft.official,
    enabled: draft.enabled,
  };
}

function measureOf(draft: RuleDraft) {
  if (draft.measure === "sum") return { type: "sum", windowMs: msOf(draft.windowMin) };
  return draft.measure === draft.kept.measure.type ? draft.kept.measure : { type: draft.measure };
}

function keptOf({ measure, steps, holdDownMs, months, hours }: RuleBody): RuleDraft["kept"] {
  const extra = Object.entries({ steps, holdDownMs, months, hours }).filter(([, said]) => said !== undefined);
  return { measure, ...Object.fromEntries(extra) };
}

// Number("") is 0, which nobody typed
const numberOf = (text: string) => (text.trim() === "" ? Number.NaN : Number(text));
const msOf = (minutes: string) => Math.round(numberOf(minutes) * MINUTE);
