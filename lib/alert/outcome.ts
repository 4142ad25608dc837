import type { NewId } from "../base/id";
import type { Alert } from "../contract/alert";
import type { Rule } from "../contract/rule";
import { type AlertPlace, raiseAlert } from "./raise";

/** A rule on one stream of one device, and the alert that it holds. */
export type Holder = { rule: Rule; subject: { deviceId: string; stream: string }; alertId: string | null };
export type Verdict = { type: "raise" | "clear"; bound: Holder; at: number; value: number };
export type Given = {
  now: number;
  newId: NewId;
  place(deviceId: string, stream: string): AlertPlace;
  /** The alert that stands under this id. */
  standing(id: string): Alert | undefined;
};
export type Outcome = { raised: Alert[]; cleared: Alert[] };

/** Verdicts, in their order, as alerts raised and cleared. Gives each bound rule the id of the alert that it holds. */
export function outcomeOf(verdicts: readonly Verdict[], given: Given): Outcome {
  const outcome: Outcome = { raised: [], cleared: [] };
  for (const { type, bound, at, value } of verdicts) {
    if (type === "raise") {
      const place = given.place(bound.subject.deviceId, bound.subject.stream);
      const alert = raiseAlert(given.newId(), bound.rule, place, at, value, given.now);
      bound.alertId = alert.id;
      outcome.raised.push(alert);
    } else {
      const alert = outcome.raised.find((a) => a.id === bound.alertId) ?? given.standing(bound.alertId ?? "");
      bound.alertId = null;
      if (alert) outcome.cleared.push({ ...alert, state: "cleared", clearedAt: at, clearedValue: value });
    }
  }
  return outcome;
}
