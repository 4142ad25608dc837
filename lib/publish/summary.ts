import { HOUR } from "../base/clock";
import type { Alert } from "../contract/alert";
import type { CityInfo, PublicAlert, PublicSummary } from "../contract/city";
import type { Device } from "../contract/device";
import type { KindInfo } from "../contract/kind";
import type { Level } from "../contract/level";
import type { Official } from "../contract/official";
import type { Rule } from "../contract/rule";

export type SummaryFacts = {
  city: CityInfo;
  devices: readonly Device[];
  kinds: readonly KindInfo[];
  alerts: readonly Alert[];
  rules: readonly Rule[];
  storageFailed: boolean;
  official: Official;
};

const ENDED_KEPT_MS = 6 * HOUR;
/** Degrees of latitude: about 500 m. Citizens are told where, not at whose door. */
const GRID = 0.005;

/** What citizens are told: only what is published, placed coarsely, and whether the city knows enough to say so. */
export function summarize(facts: SummaryFacts): PublicSummary {
  const { city, kinds } = facts;
  const devices = facts.devices.filter((d) => d.retiredAt === null);
  const told = facts.alerts.filter((a) => a.published && !isCamera(a, kinds)).map((a) => publicAlert(a, facts));
  const alerts = told.filter((a) => a.clearedAt === null).sort((a, b) => b.level - a.level || b.since - a.since);
  const ended = told.filter((a) => a.clearedAt !== null && a.clearedAt > city.now - ENDED_KEPT_MS);
  const fresh = devices.filter((d) => d.link === "fresh").length;
  return {
    city,
    level: (alerts[0]?.level ?? 0) as 0 | Level,
    sure: !facts.storageFailed && devices.length > 0 && fresh * 2 >= devices.length,
    alerts,
    ended: ended.sort((a, b) => (b.clearedAt ?? 0) - (a.clearedAt ?? 0)),
    dataAt: newest(devices),
    devices: { total: devices.length, fresh },
    official: facts.official,
    watches: kinds
      .map(({ id, label }) => ({ kind: id, label, count: devices.filter((d) => d.kind === id).length }))
      .filter((w) => w.count > 0),
  };
}

function isCamera(alert: Alert, kinds: readonly KindInfo[]): boolean {
  return alert.hazard === "camera" || kinds.some((k) => k.camera && k.id === alert.kind);
}

function publicAlert(alert: Alert, { devices, rules }: SummaryFacts): PublicAlert {
  const device = devices.find((d) => d.id === alert.deviceId);
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
    simulated: device?.simulated ?? false,
  };
}

function coarse(degrees: number): number {
  return Number((Math.round(degrees / GRID) * GRID).toFixed(3));
}

function newest(devices: readonly Device[]): number | null {
  let at: number | null = null;
  for (const device of devices) for (const value of device.latest) if (at === null || value.at > at) at = value.at;
  return at;
}
