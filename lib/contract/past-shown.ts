import type { Alert } from "./alert";
import type { Incident } from "./incident";

/** Ended alerts and closed incidents that a past moment still shows: the last ones, no more than the screens remember. */
const ENDED_SHOWN = 200;
const CLOSED_SHOWN = 50;

/** Of what was known at a moment what its screens show: all that stands, the alerts of open incidents, and the last of what is over. */
export function shownOf(
  alerts: readonly Alert[],
  incidents: readonly Incident[],
): { alerts: Alert[]; incidents: Incident[] } {
  const open = new Set(incidents.filter((it) => it.state === "open").map((it) => it.id));
  const over = (alert: Alert) => alert.state === "cleared" && !open.has(alert.incidentId ?? "");
  return {
    alerts: [...alerts.filter((it) => !over(it)), ...last(alerts.filter(over), (it) => it.clearedAt, ENDED_SHOWN)],
    incidents: [
      ...incidents.filter((it) => open.has(it.id)),
      ...last(
        incidents.filter((it) => !open.has(it.id)),
        (it) => it.closedAt,
        CLOSED_SHOWN,
      ),
    ],
  };
}

function last<T>(list: readonly T[], at: (it: T) => number | null, most: number): T[] {
  return list.toSorted((a, b) => (at(b) ?? 0) - (at(a) ?? 0)).slice(0, most);
}
