import { HOUR, MINUTE } from "@/lib/base/clock";
import type { Condition, Direction, Measure, StreamMeasure } from "@/lib/contract/measure";
import { msOf, numberOf } from "./rule-text";

type Daily = Extract<Measure, { type: "daily" }>;
type Conditions = Extract<Measure, { type: "conditions" }>;

/** One condition as a form holds it. */
export type ConditionDraft = {
  kind: string;
  stream: string;
  measure: StreamMeasure["type"];
  windowMin: string;
  direction: Direction;
  raise: string;
  clear: string;
};

/** What a rule measures, as a form holds it: every measure's fields, so that a change of mind loses nothing. */
export type MeasureDraft = {
  measure: Measure["type"];
  windowMin: string;
  /** Empty: those of the same zone. */
  radiusKm: string;
  atLeast: string;
  dayOf: Daily["of"];
  days: string;
  across: Daily["across"];
  /** Both empty: the whole day. */
  dayFrom: string;
  dayTo: string;
  over: Conditions["over"];
  conditions: ConditionDraft[];
};

export const emptyCondition: ConditionDraft = {
  kind: "",
  stream: "",
  measure: "value",
  windowMin: "60",
  direction: "at-or-above",
  raise: "",
  clear: "",
};

export const emptyMeasure: MeasureDraft = {
  measure: "value",
  windowMin: String(HOUR / MINUTE),
  radiusKm: "3",
  atLeast: "3",
  dayOf: "max",
  days: "2",
  across: "median",
  dayFrom: "",
  dayTo: "",
  over: "zone",
  conditions: [emptyCondition],
};

export function measureDraftOf(measure: Measure): MeasureDraft {
  return { ...emptyMeasure, measure: measure.type, ...ownDraft(measure) };
}

function ownDraft(measure: Measure): Partial<MeasureDraft> {
  switch (measure.type) {
    case "sum":
    case "mean":
    case "rise":
      return { windowMin: String(measure.windowMs / MINUTE) };
    case "neighbours":
      return {
        radiusKm: measure.radiusM === undefined ? "" : String(measure.radiusM / 1000),
        atLeast: String(measure.atLeast),
      };
    case "daily":
      return {
        dayOf: measure.of,
        days: String(measure.days),
        across: measure.across,
        dayFrom: measure.hours ? String(measure.hours.from) : "",
        dayTo: measure.hours ? String(measure.hours.to) : "",
      };
    case "conditions":
      return { over: measure.over, conditions: measure.of.map(conditionDraftOf) };
    default:
      return {};
  }
}

function conditionDraftOf({ kind, stream, measure, direction, raise, clear }: Condition): ConditionDraft {
  return {
    kind: kind ?? "",
    stream,
    measure: measure.type,
    windowMin: measure.type === "value" ? emptyCondition.windowMin : String(measure.windowMs / MINUTE),
    direction,
    raise: String(raise),
    clear: String(clear),
  };
}

/** The measure that the form says, for the contract to check. */
export function measureOf(draft: MeasureDraft): object {
  switch (draft.measure) {
    case "value":
    case "sum":
    case "mean":
    case "rise":
      return streamMeasureOf(draft.measure, draft.windowMin);
    case "neighbours":
      return {
        type: "neighbours",
        ...(draft.radiusKm && { radiusM: numberOf(draft.radiusKm) * 1000 }),
        atLeast: numberOf(draft.atLeast),
      };
    case "daily":
      return {
        type: "daily",
        of: draft.dayOf,
        days: numberOf(draft.days),
        across: draft.across,
        ...((draft.dayFrom || draft.dayTo) && { hours: { from: numberOf(draft.dayFrom), to: numberOf(draft.dayTo) } }),
      };
    case "conditions":
      return { type: "conditions", over: draft.over, of: draft.conditions.map(conditionOf) };
    case "silence":
      return { type: "silence" };
  }
}

function conditionOf({ kind, stream, measure, windowMin, direction, raise, clear }: ConditionDraft) {
  return {
    ...(kind && { kind }),
    stream,
    measure: streamMeasureOf(measure, windowMin),
    direction,
    raise: numberOf(raise),
    clear: numberOf(clear),
  };
}

function streamMeasureOf(type: StreamMeasure["type"], windowMin: string) {
  return type === "value" ? { type } : { type, windowMs: msOf(windowMin) };
}
