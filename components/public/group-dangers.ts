import type { Localized } from "@/lib/base/localized";
import type { PublicAlert } from "@/lib/contract/city";

/** All dangers of one hazard in one district, as a citizen thinks of them: the highest level, the earliest time. */
export type Danger = Omit<PublicAlert, "clearedAt" | "place"> & {
  key: string;
  /** The district; where the map does not know it, the named place itself. */
  area: Localized;
  places: string[];
  count: number;
  endedAt: number | null;
};

/** The district that a danger lies in; null where the map does not know. */
export type AreaOf = (alert: PublicAlert) => Localized | null;

/** Dangers by district and hazard, the highest first, then the newest. Title and advice are those of the highest. */
export function groupDangers(alerts: readonly PublicAlert[], areaOf: AreaOf): Danger[] {
  const groups = new Map<string, PublicAlert[]>();
  for (const alert of alerts) {
    const key = `${areaOf(alert)?.ko ?? alert.place}/${alert.hazard}`;
    groups.set(key, [...(groups.get(key) ?? []), alert]);
  }
  return [...groups]
    .map(([key, group]) => together(key, group, areaOf))
    .filter((one) => one !== null)
    .sort((a, b) => b.level - a.level || b.since - a.since || a.key.localeCompare(b.key));
}

function together(key: string, group: PublicAlert[], areaOf: AreaOf): Danger | null {
  const sorted = group.toSorted((a, b) => b.level - a.level || a.since - b.since);
  const [highest] = sorted;
  if (!highest) return null;
  const { clearedAt: _, place, ...rest } = highest;
  const mean = (of: (alert: PublicAlert) => number) => group.reduce((sum, alert) => sum + of(alert), 0) / group.length;
  const ends = group.map((alert) => alert.clearedAt);
  return {
    ...rest,
    key,
    area: areaOf(highest) ?? { ko: place, en: place },
    places: [...new Set(sorted.map((alert) => alert.place))],
    lat: mean((alert) => alert.lat),
    lon: mean((alert) => alert.lon),
    since: Math.min(...group.map((alert) => alert.since)),
    simulated: group.every((alert) => alert.simulated),
    count: group.length,
    endedAt: ends.some((at) => at === null) ? null : Math.max(...ends.map((at) => at ?? 0)),
  };
}
