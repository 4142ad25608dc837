import type { Alert } from "@/lib/contract/alert";

/** From this level on an alert breaks into the past: 경계 and 심각. */
const SERIOUS = 3;

/** Alerts that nobody has seen and that were raised, or rose to a serious level, after `since` (UTC ms): the worst first, then the newest. */
export function newInPresent(alerts: Iterable<Alert>, since: number): Alert[] {
  return [...alerts]
    .filter((alert) => alert.state === "raised" && alert.level >= SERIOUS && newAt(alert) > since)
    .sort((a, b) => b.level - a.level || newAt(b) - newAt(a) || a.id.localeCompare(b.id));
}

function newAt({ recordedAt, levels = [] }: Alert): number {
  const risen = levels.findLast((change) => change.level > change.from);
  return Math.max(recordedAt, risen?.at ?? recordedAt);
}
