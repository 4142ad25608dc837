import type { Alert } from "../contract/alert";
import type { Expectation, ForecastEnd, Forecaster, ForecastResult } from "../contract/forecast";
import type { Level } from "../contract/level";
import type { Rule } from "../contract/rule";
import { groupOf } from "./group";
import { ended, type Given, type Outcome } from "./outcome";
import { raiseAlert } from "./raise";

/** What is said of one level of a stream (see lib/analyze/forecast): the forecast alert of it, and its end. Times are event time. */
export type Foretold = {
  type: "raise" | "expect" | "fulfil" | "lapse" | "miss";
  target: { deviceId: string; stream: string };
  mind: { bar: { rule: Rule; level: Level; limit: number }; alertId: string | null };
  at: number;
  since: number;
  expected: { by: Forecaster; outlook: { value: number } };
  crossing: Expectation;
};

/** Forecast alerts raised, expected anew (changed) and ended, and what is counted of them. */
export type ForetoldOutcome = Outcome & { results: ForecastResult[] };

/**
 * What is foretold, in its order, as alerts. `real`: what the same readings have raised; a forecast that came true is linked to it.
 * A forecast alert is never published: what it tells of has not happened. Gives each level the id of the alert that it holds.
 */
export function foretoldOutcome(words: readonly Foretold[], real: Outcome, given: Given): ForetoldOutcome {
  const outcome: ForetoldOutcome = { raised: [], changed: [], cleared: [], results: [] };
  for (const word of words) {
    const { type, mind } = word;
    if (type === "raise") {
      const alert = raised(word, outcome, given);
      mind.alertId = alert.id;
      outcome.raised.push(alert);
      continue;
    }
    const alert = find(mind.alertId ?? "", outcome, given);
    if (type === "expect") {
      if (alert?.forecast) outcome.changed.push(expectedAnew(alert, word));
      continue;
    }
    mind.alertId = null;
    const end = ends[type];
    outcome.results.push(resultOf(word, end, alert?.forecast?.by ?? word.expected.by));
    if (alert?.forecast && end !== "missed") outcome.cleared.push(over(alert, word, end, real, given));
  }
  return outcome;
}

const ends = { fulfil: "fulfilled", lapse: "lapsed", miss: "missed" } as const satisfies Record<string, ForecastEnd>;

function raised({ target, mind: { bar }, at, expected, crossing }: Foretold, outcome: Outcome, given: Given): Alert {
  const { rule, level, limit } = bar;
  const place = given.place(target.deviceId, target.stream);
  const plain = raiseAlert(given.newId(), { rule, level, at, value: expected.outlook.value }, place, given.now);
  const told = { threshold: limit, by: expected.by, first: crossing, now: crossing, nowAt: at };
  const alert = { ...plain, published: false, forecast: { ...told, end: null, leadMs: null, alertId: null } };
  return { ...alert, groupId: groupOf(alert, [...given.known(), ...outcome.raised]) ?? alert.groupId };
}

function expectedAnew(alert: Alert, { at, crossing }: Foretold): Alert {
  return alert.forecast ? { ...alert, forecast: { ...alert.forecast, now: crossing, nowAt: at } } : alert;
}

function over(alert: Alert, word: Foretold, end: "fulfilled" | "lapsed", real: Outcome, given: Given): Alert {
  const { at, expected, since } = word;
  const came = end === "fulfilled";
  const forecast = alert.forecast && {
    ...alert.forecast,
    end,
    leadMs: came ? at - since : null,
    alertId: came ? (realAlert(word, real, given)?.id ?? null) : null,
  };
  return { ...ended(alert, at, expected.outlook.value), ...(forecast && { forecast }) };
}

/** The alert of the crossing itself. */
function realAlert({ target, mind: { bar } }: Foretold, real: Outcome, given: Given): Alert | undefined {
  const own = (a: Alert) => a.ruleId === bar.rule.id && a.deviceId === target.deviceId && a.stream === target.stream;
  const candidates = [...given.known(), ...real.raised, ...real.changed].filter((a) => own(a) && !a.forecast);
  return candidates.findLast((a) => a.state !== "cleared");
}

function resultOf({ target, mind: { bar }, at, since }: Foretold, end: ForecastEnd, by: Forecaster): ForecastResult {
  const { deviceId, stream } = target;
  const leadMs = end === "fulfilled" ? at - since : null;
  return { by, deviceId, stream, ruleId: bar.rule.id, threshold: bar.limit, end, at, leadMs };
}

/** The alert as this group has left it so far. */
function find(id: string, { raised, changed }: Outcome, given: Given): Alert | undefined {
  return changed.findLast((a) => a.id === id) ?? raised.find((a) => a.id === id) ?? given.standing(id);
}
