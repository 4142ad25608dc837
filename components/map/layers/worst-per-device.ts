import type { Alert } from "@/lib/contract/alert";

/** The one alert that stands for each device on the map: the highest level, and of those one that nobody has seen yet. */
export function worstPerDevice(alerts: Iterable<Alert>): Alert[] {
  const worst = new Map<string, Alert>();
  for (const alert of alerts) {
    if (alert.state === "cleared") continue;
    const other = worst.get(alert.deviceId);
    if (!other || weightOf(alert) > weightOf(other)) worst.set(alert.deviceId, alert);
  }
  return [...worst.values()];
}

/** What has happened goes before whatever is forecast. */
export const weightOf = (alert: Alert): number =>
  (alert.forecast ? 0 : 100) + alert.level * 2 + (alert.state === "raised" ? 1 : 0);
