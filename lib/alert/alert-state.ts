import { Failure } from "../base/failure";
import type { Alert, AlertState } from "../contract/alert";

type Standing = Pick<Alert, "state">;

/** The state after somebody has seen it; a conflict where that is done, or over. */
export function acknowledge(alert: Standing): AlertState | Failure {
  if (alert.state === "raised") return "acknowledged";
  if (alert.state === "acknowledged")
    return new Failure("conflict", "This alert is acknowledged already. Look who did it, and go on to the next one.");
  return new Failure("conflict", "This alert has cleared. There is nothing left to acknowledge.");
}

/** The alert's new state and end at `at` (event time, never before it was raised); a conflict where it has ended. */
export function clear(
  alert: Pick<Alert, "state" | "raisedAt">,
  at: number,
): { state: AlertState; clearedAt: number } | Failure {
  if (alert.state === "cleared") return new Failure("conflict", "This alert has cleared already. It clears once.");
  if (at < alert.raisedAt)
    return new Failure("conflict", "An alert cannot clear before it was raised. Check the device's clock.");
  return { state: "cleared", clearedAt: at };
}
