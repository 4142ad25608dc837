import type { Incident } from "@/lib/contract/incident";

/** Open incidents: the worst first, of those the newest. */
export function openIncidents(incidents: Iterable<Incident>): Incident[] {
  return [...incidents]
    .filter((it) => it.state === "open")
    .sort((a, b) => b.level - a.level || b.openedAt - a.openedAt || a.id.localeCompare(b.id));
}
