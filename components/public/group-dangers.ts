import type { PublicAlert } from "@/lib/contract/city";

/** All dangers of one hazard at one place, as a citizen thinks of them: the highest level, the earliest time. */
export type Danger = Omit<PublicAlert, "clearedAt"> & { count: number; endedAt: number | null };

/** Dangers by place and hazard, the highest first, then the newest. Title and advice are those of the highest. */
export function groupDangers(alerts: readonly PublicAlert[]): Danger[] {
  const groups = new Map<string, PublicAlert[]>();
  for (const alert of alerts) {
    const key = `${alert.place}\n${alert.hazard}`;
    groups.set(key, [...(groups.get(key) ?? []), alert]);
  }
  return [...groups.values()]
    .map(together)
    .filter((one) => one !== null)
    .sort((a, b) => b.level - a.level || b.since - a.since || a.place.localeCompare(b.place));
}

function together(group: PublicAlert[]): Danger | null {
  const [highest] = group.toSorted((a, b) => b.level - a.level || a.since - b.since);
  if (!highest) return null;
  const mean = (of: (alert: PublicAlert) => number) => group.reduce((sum, alert) => sum + of(alert), 0) / group.length;
  const ends = group.map((alert) => alert.clearedAt);
  const { clearedAt: _, ...rest } = highest;
  return {
    ...rest,
    lat: mean((alert) => alert.lat),
    lon: mean((alert) => alert.lon),
    since: Math.min(...group.map((alert) => alert.since)),
    simulated: group.every((alert) => alert.simulated),
    count: group.length,
    endedAt: ends.some((at) => at === null) ? null : Math.max(...ends.map((at) => at ?? 0)),
  };
}
