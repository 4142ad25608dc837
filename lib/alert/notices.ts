import type { Clock } from "../base/clock";
import type { NewId } from "../base/id";
import type { Alert } from "../contract/alert";
import type { Notice } from "../contract/notice";
import type { Outcome } from "./outcome";

type Kind = Extract<Notice["kind"], `alert.${string}`>;

/** What is told outside of an alert; nothing of what a camera says of itself. `at` is the city's clock. */
export function alertNotice(kind: Kind, alert: Alert, id: string, at: number): Notice[] {
  return alert.hazard === "camera" ? [] : [{ id, kind, subject: `alert:${alert.id}`, at, to: null, data: alert }];
}

/** What is told outside of alerts raised, come to another level, and cleared. */
export function noticesOf(
  { raised, changed, cleared }: Outcome,
  { newId, clock }: { newId: NewId; clock: Clock },
): Notice[] {
  const at = clock.now();
  return [
    ...raised.flatMap((alert) => alertNotice("alert.raised", alert, newId(), at)),
    ...changed.flatMap((alert) => alertNotice("alert.changed", alert, newId(), at)),
    ...cleared.flatMap((alert) => alertNotice("alert.cleared", alert, newId(), at)),
  ];
}
