import type { NewId } from "../base/id";
import type { Alert } from "../contract/alert";
import type { Level } from "../contract/level";
import type { Rule } from "../contract/rule";
import { moveTo } from "./alert-state";
import { groupOf } from "./group";
import { type AlertPlace, raiseAlert } from "./raise";

/** A rule on what it looks at, and the alert that it holds. */
export type Holder = { rule: Rule; subject: { zone?: string }; alertId: string | null };
/** `source`: the stream whose reading made it so; it gives a zone's alert its place. */
export type Verdict = {
  type: "raise" | "level" | "clear";
  bound: Holder;
  at: number;
  value: number;
  level: Level | 0;
  source: { deviceId: string; stream: string };
};
export type Given = {
  now: number;
  newId: NewId;
  place(deviceId: string, stream: string): AlertPlace;
  /** The alert that stands under this id. */
  standing(id: string): Alert | undefined;
  /** Every alert that the city has in mind: what a new one may belong to. */
  known(): Iterable<Alert>;
};
/** What the verdicts of one group come to. `changed`: alerts that stand and are at another level now. */
export type Outcome = { raised: Alert[]; changed: Alert[]; cleared: Alert[] };

/** The alert after its end at `at` (event time). It never ends before it began: the city's wall may have been set back meanwhile. */
export function ended(alert: Alert, at: number, value: number | null): Alert {
  return { ...alert, state: "cleared", clearedAt: Math.max(at, alert.raisedAt), clearedValue: value };
}

/** Verdicts, in their order, as alerts. Gives each bound rule the id of the alert that it holds. */
export function outcomeOf(verdicts: readonly Verdict[], given: Given): Outcome {
  const outcome: Outcome = { raised: [], changed: [], cleared: [] };
  for (const verdict of verdicts) {
    const { type, bound, at, value, level } = verdict;
    if (type === "raise") {
      const alert = grouped(raised(verdict, given), outcome, given);
      bound.alertId = alert.id;
      outcome.raised.push(alert);
      continue;
    }
    const alert = known(bound.alertId ?? "", outcome, given);
    if (type === "clear") bound.alertId = null;
    if (!alert) continue;
    if (level === 0) outcome.cleared.push(ended(alert, at, value));
    else outcome.changed.push(moveTo(alert, { at, level, value }));
  }
  return outcome;
}

function raised({ bound, at, value, level, source }: Verdict, given: Given): Alert {
  const { rule, subject } = bound;
  const place = given.place(source.deviceId, source.stream);
  const whole = subject.zone === undefined ? place : { ...place, zone: subject.zone, zoneWide: true };
  return raiseAlert(given.newId(), { rule, level: level || rule.level, at, value }, whole, given.now);
}

/** Put to those that it belongs to, among what stands and what this group has raised. */
function grouped(alert: Alert, outcome: Outcome, given: Given): Alert {
  return { ...alert, groupId: groupOf(alert, [...given.known(), ...outcome.raised]) ?? alert.groupId };
}

/** The alert as this group has left it so far. */
function known(id: string, { raised, changed }: Outcome, given: Given): Alert | undefined {
  return changed.findLast((a) => a.id === id) ?? raised.find((a) => a.id === id) ?? given.standing(id);
}

/** Two outcomes as one: what has happened, and what is expected. */
export function both(a: Outcome, b: Outcome): Outcome {
  return {
    raised: a.raised.concat(b.raised),
    changed: a.changed.concat(b.changed),
    cleared: a.cleared.concat(b.cleared),
  };
}
