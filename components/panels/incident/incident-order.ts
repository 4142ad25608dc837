import type { Incident } from "@/lib/contract/incident";
import { waitedMs } from "./waiting";

/** Open incidents: the worst first, of those the newest. */
export function openIncidents(incidents: Iterable<Incident>): Incident[] {
  return [...incidents]
    .filter((it) => it.state === "open")
    .sort((a, b) => b.level - a.level || b.openedAt - a.openedAt || a.id.localeCompare(b.id));
}

/** How many requests of an incident nobody has answered, and for how long (ms) the oldest of them; null for none. */
export function longestWait(incident: Incident, now: number): { count: number; ms: number } | null {
  const waits = incident.assignments.flatMap((it) => waitedMs(it, now) ?? []);
  return waits.length === 0 ? null : { count: waits.length, ms: Math.max(...waits) };
}
