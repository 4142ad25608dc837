import { MINUTE } from "@/lib/base/clock";
import { RuleBody, type Step } from "@/lib/contract/rule";
import { type FieldFault, type FieldFaults, fieldFaults } from "./field-errors";
import { emptyMeasure, type MeasureDraft, measureDraftOf, measureOf } from "./rule-measure-draft";
import { msOf, numberOf } from "./rule-text";

/** A further level as a form holds it. */
export type StepDraft = { level: string; raise: string; clear: string };

/** A rule as a form holds it: text until it is checked, durations in minutes. */
export type RuleDraft = MeasureDraft & {
  nameKo: string;
  nameEn: string;
  hazard: string;
  level: string;
  scopeKind: string;
  scopeZone: string;
  scopeDevice: string;
  stream: string;
  direction: "at-or-above" | "at-or-below";
  raise: string;
  clear: string;
  steps: StepDraft[];
  holdMin: string;
  holdDownMin: string;
  /** Of none: of all. */
  months: number[];
  /** Both empty: the whole day. */
  hoursFrom: string;
  hoursTo: string;
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
  const limits = { raise: "", clear: "", steps: [], holdMin: "0", holdDownMin: "0" };
  const season = { months: [], hoursFrom: "", hoursTo: "" };
  const marks = { publish: false, official: false, enabled: true };
  return {
    ...words,
    ...scope,
    ...limits,
    ...season,
    ...marks,
    ...emptyMeasure,
    hazard: "flood",
    level: "2",
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
    ...measureDraftOf(rule.measure),
    direction: rule.direction,
    raise: String(rule.raise),
    clear: String(rule.clear),
    steps: (rule.steps ?? []).map(stepDraftOf),
    holdMin: String(rule.holdMs / MINUTE),
    holdDownMin: String((rule.holdDownMs ?? 0) / MINUTE),
    months: rule.months ?? [],
    hoursFrom: rule.hours ? String(rule.hours.from) : "",
    hoursTo: rule.hours ? String(rule.hours.to) : "",
    publish: rule.publish,
    adviceKo: rule.advice.ko,
    adviceEn: rule.advice.en,
    source: rule.source,
    effectiveFrom: rule.effectiveFrom,
    official: rule.official,
    enabled: rule.enabled,
  };
}

const stepDraftOf = ({ level, raise, clear }: Step): StepDraft => ({
  level: String(level),
  raise: String(raise),
  clear: String(clear),
});

export type CheckedRule = { rule: RuleBody; faults: null } | { rule: null; faults: FieldFaults };

/** The rule that the form says, checked by the contract; or each field's fault by its path in the contract. */
export function checkDraft(draft: RuleDraft): CheckedRule {
  const parsed = RuleBody.safeParse(bodyOf(draft));
  return parsed.success
    ? { rule: parsed.data, faults: null }
    : { rule: null, faults: { ...unnamedStream(draft), ...asTyped(fieldFaults(parsed.error)) } };
}

/** The contract looks at this only once all else is right: a form says it at once. */
function unnamedStream({ measure, stream }: RuleDraft): FieldFaults {
  return measure !== "silence" && measure !== "conditions" && !stream ? { stream: { key: "stream", values: {} } } : {};
}

/** The contract's limits are milliseconds and metres, the form's minutes and kilometres. */
function asTyped(faults: FieldFaults): FieldFaults {
  const told = (path: string, { key, values }: FieldFault): FieldFault => {
    const unit = path.endsWith("Ms") ? MINUTE : path.endsWith("radiusM") ? 1000 : 1;
    return { key, values: typeof values.limit === "number" ? { limit: values.limit / unit } : values };
  };
  return Object.fromEntries(Object.entries(faults).map(([path, fault]) => [path, told(path, fault)]));
}

function bodyOf(draft: RuleDraft) {
  const scope = { kind: draft.scopeKind, zone: draft.scopeZone, device: draft.scopeDevice };
  const counted = draft.measure === "conditions";
  return {
    name: { ko: draft.nameKo.trim(), en: draft.nameEn.trim() },
    hazard: draft.hazard,
    level: Number(draft.level),
    scope: Object.fromEntries(Object.entries(scope).filter(([, named]) => named)),
    stream: counted ? "" : draft.stream,
    measure: measureOf(draft),
    direction: counted ? "at-or-above" : draft.direction,
    raise: numberOf(draft.raise),
    clear: numberOf(draft.clear),
    ...(draft.steps.length > 0 && { steps: draft.steps.map(stepOf) }),
    holdMs: msOf(draft.holdMin),
    ...(draft.holdDownMin !== "0" && { holdDownMs: msOf(draft.holdDownMin) }),
    ...(draft.months.length > 0 && { months: draft.months }),
    ...((draft.hoursFrom || draft.hoursTo) && {
      hours: { from: numberOf(draft.hoursFrom), to: numberOf(draft.hoursTo) },
    }),
    publish: draft.publish,
    advice: { ko: draft.adviceKo.trim(), en: draft.adviceEn.trim() },
    source: draft.source.trim(),
    effectiveFrom: draft.effectiveFrom,
    official: draft.official,
    enabled: draft.enabled,
  };
}

const stepOf = ({ level, raise, clear }: StepDraft) => ({
  level: Number(level),
  raise: numberOf(raise),
  clear: numberOf(clear),
});
