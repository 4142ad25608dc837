import type { Alert } from "@/lib/contract/alert";

/** The alert that names an incident: the highest level, standing before cleared, then the earliest; undefined without any. */
export function worstAlert(alerts: readonly Alert[]): Alert | undefined {
  const standing = (alert: Alert) => Number(alert.state !== "cleared");
  return [...alerts].sort(
    (a, b) => b.level - a.level || standing(b) - standing(a) || a.raisedAt - b.raisedAt || a.id.localeCompare(b.id),
  )[0];
}
