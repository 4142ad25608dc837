import { Failure } from "../base/failure";
import type { Alert, AlertState, LevelChange } from "../contract/alert";

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

const unseen = { state: "raised", acknowledgedAt: null, acknowledgedBy: null, note: null } as const;
const rose = ({ from, level }: LevelChange) => level > from;

/** The alert at another level. One that rises has to be seen again: who acknowledged the lower level did not know of this one. */
export function moveTo(alert: Alert, { at, level, value }: Omit<LevelChange, "from">): Alert {
  const change = { at, from: alert.level, level, value };
  return { ...alert, level, levels: [...(alert.levels ?? []), change], ...(rose(change) && unseen) };
}

/**
 * `base` with what the other knows of the same alert and base does not: a verb and the river change it at the same time, and each
 * tells it whole. What has cleared stays cleared; whoever knows of more changes is right about the level, and about who has seen it.
 */
export function joined(base: Alert, other: Alert | undefined): Alert {
  if (!other) return base;
  const unknown = other.levels?.slice(base.levels?.length ?? 0) ?? [];
  const { level, levels, state, acknowledgedAt, acknowledgedBy, note } = other;
  const seen = unknown.some(rose) && { state, acknowledgedAt, acknowledgedBy, note };
  const ended = [base, other].find((alert) => alert.state === "cleared");
  const end = ended && { state: ended.state, clearedAt: ended.clearedAt, clearedValue: ended.clearedValue };
  const forecast = later(base.forecast, other.forecast);
  return { ...base, ...(unknown.length > 0 && { level, levels }), ...seen, ...(forecast && { forecast }), ...end };
}

/** What is expected changes with every reading, and has an end that stays. */
function later(a: Alert["forecast"], b: Alert["forecast"]): Alert["forecast"] {
  if (!a || !b) return a ?? b;
  if (a.end !== null || b.end !== null) return a.end !== null ? a : b;
  return a.nowAt >= b.nowAt ? a : b;
}
