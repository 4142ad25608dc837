import { HOUR } from "../base/clock";
import type { Alert } from "../contract/alert";
import type { CityInfo, PublicAlert, PublicSummary } from "../contract/city";
import type { KindInfo } from "../contract/kind";
import type { Level } from "../contract/level";
import type { Official } from "../contract/official";
import type { Rule } from "../contract/rule";
import type { Storage } from "../contract/storage";

export type SummaryFacts = {
  city: CityInfo;
  /** The devices in service in numbers, and the event time of their newest reading. */
  fleet: { total: number; links: { fresh: number }; kinds: ReadonlyMap<string, number>; newestAt: number | null };
  simulated(deviceId: string): boolean;
  kinds: readonly KindInfo[];
  alerts: Iterable<Alert>;
  rules: readonly Rule[];
  official: Official;
  storage: Storage;
  /** The last commit failed for a reason that is not the disk's. */
  faulty: boolean;
};

const ENDED_KEPT_MS = 6 * HOUR;
/** Degrees of latitude: about 500 m. Citizens are told where, not at whose door. */
const GRID = 0.005;

/** What citizens are told: only what is published, placed coarsely, and whether the city knows enough to say so. */
export function summarize(facts: SummaryFacts): PublicSummary {
  const { city, kinds, fleet } = facts;
  const published = [...facts.alerts].filter((a) => a.published && !isCamera(a, kinds));
  const told = published.map((a) => publicAlert(a, facts));
  const alerts = told.filter((a) => a.clearedAt === null).sort((a, b) => b.level - a.level || b.since - a.since);
  const ended = told.filter((a) => a.clearedAt !== null && a.clearedAt > city.now - ENDED_KEPT_MS);
  const { fresh } = fleet.links;
  return {
    city,
    level: (alerts[0]?.level ?? 0) as 0 | Level,
    sure: facts.storage.state === "ok" && !facts.faulty && fleet.total > 0 && fresh * 2 >= fleet.total,
    alerts,
    ended: ended.sort((a, b) => (b.clearedAt ?? 0) - (a.clearedAt ?? 0)),
    cannotStoreSince: facts.storage.since,
    dataAt: fleet.newestAt,
    devices: { total: fleet.total, fresh },
    official: facts.official,
    // a patrol car does not watch the city's water, and where it is is not for everybody
    watches: kinds
      .filter((kind) => !kind.moves)
      .map(({ id, label }) => ({ kind: id, label, count: fleet.kinds.get(id) ?? 0 }))
      .filter((w) => w.count > 0),
  };
}

function isCamera(alert: Alert, kinds: readonly KindInfo[]): boolean {
  return alert.hazard === "camera" || kinds.some((k) => k.camera && k.id === alert.kind);
}

function publicAlert(alert: Alert, { simulated, rules }: SummaryFacts): PublicAlert {
  const advice = rules.find((r) => r.id === alert.ruleId)?.advice;
  return {
    id: alert.id,
    hazard: alert.hazard,
    level: alert.level,
    title: alert.ruleName,
    advice: advice ?? alert.ruleName,
    place: alert.deviceName,
    lat: coarse(alert.lat),
    lon: coarse(alert.lon),
    since: alert.raisedAt,
    clearedAt: alert.clearedAt,
    simulated: simulated(alert.deviceId),
  };
}

function coarse(degrees: number): number {
  return Number((Math.round(degrees / GRID) * GRID).toFixed(3));
}
