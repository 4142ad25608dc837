import { HOUR } from "../base/clock";
import type { Alert } from "../contract/alert";
import type { Zone } from "../contract/device";
import type { EvidenceStream } from "../contract/evidence";
import type { Rule } from "../contract/rule";
import { type Job, type Key, planOf, type WatchedDevice } from "./plan";
import { Trial } from "./trial";

/** What an alert was judged of: the devices (with the streams that count) and the zone, as they were. */
export type Scene = { devices: WatchedDevice[]; zones: Zone[] };
type Subject = Pick<Alert, "deviceId" | "zone" | "zoneWide">;

/** At least so much before the alert is kept, ms: a look at how it came about. */
export const LOOK_BACK_MS = 6 * HOUR;

/** Which devices and zones a rule looked at when it raised an alert: planned once for all alerts of the rule; null where they are gone. */
export function scenesOf(rule: Rule, all: Scene): (alert: Subject) => Scene | null {
  const plan = planOf({ rules: [inForce(rule)], ...all }, Number.MAX_SAFE_INTEGER);
  const jobs = new Map(
    plan.jobs.map((job) => [job.subject.zone ? `zone ${job.subject.zone}` : job.subject.deviceId, job]),
  );
  const owners = new Map(all.devices.flatMap((d) => d.streams.map((s) => [s.key, d] as const)));
  const devices = new Map(all.devices.map((d) => [d.id, d]));
  return (alert) => {
    const job = jobs.get(alert.zoneWide ? `zone ${alert.zone}` : alert.deviceId);
    if (!job) return null;
    const keys = new Set(keysOf(job));
    const seen = new Set([...keys].flatMap((key) => owners.get(key) ?? []));
    const own = job.subject.zone === undefined && devices.get(job.subject.deviceId);
    if (own) seen.add(own);
    return {
      devices: [...seen].map((d) => lookedAt(d, keys)),
      zones: all.zones.filter((z) => alert.zoneWide && z.id === alert.zone),
    };
  };
}

/** The devices that own these streams, with no stream but these. */
export function sceneAround(keys: readonly Key[], devices: readonly WatchedDevice[]): Scene {
  const asked = new Set(keys);
  const seen = devices.filter((d) => d.streams.some((s) => asked.has(s.key)));
  return { devices: seen.map((d) => lookedAt(d, asked)), zones: [] };
}

/** A device carries more than the judge asks for: its key has no place here. */
function lookedAt({ id, kind, zone, lat, lon, streams }: WatchedDevice, keys: ReadonlySet<Key>): WatchedDevice {
  const asked = streams.filter((s) => keys.has(s.key)).map(({ before: _before, ...s }) => s);
  return { id, kind, zone, lat, lon, streams: asked };
}

function keysOf({ listens, nearby, parts }: Job): Key[] {
  return [...listens.map((s) => s.key), ...nearby, ...parts.flatMap(keysOf)];
}

/** How far back a rule's verdict reaches, ms. */
export function reachOf(rule: Rule, scene: Scene): number {
  return Math.max(LOOK_BACK_MS, new Trial(inForce(rule), scene).spanMs + rule.holdMs + HOUR);
}

export type Replayed = { equal: boolean; raisedAt: number | null; level: number | null };

/** Judges the readings that were kept again, by the rule version that raised: equal where the same alert comes of it. */
export function replayAlert(
  rule: Rule,
  alert: Pick<Alert, "raisedAt" | "level" | "levels">,
  scene: Scene,
  streams: readonly EvidenceStream[],
): Replayed {
  const trial = new Trial(inForce(rule), scene);
  for (const { key, at, value } of samplesOf(scene, streams)) trial.sample(key, at, value);
  trial.end();
  const level = alert.levels?.[0]?.from ?? alert.level;
  const found = trial.episodes.find((e) => e.raisedAt === alert.raisedAt) ?? trial.episodes.at(-1);
  const equal = found !== undefined && found.raisedAt === alert.raisedAt && found.level >= level;
  return { equal, raisedAt: found?.raisedAt ?? null, level: found?.level ?? null };
}

function samplesOf(scene: Scene, streams: readonly EvidenceStream[]): { key: Key; at: number; value: number }[] {
  const keys = new Map(scene.devices.flatMap((d) => d.streams.map((s) => [`${d.id} ${s.name}`, s.key] as const)));
  return streams
    .flatMap(({ deviceId, stream, at, value }) => {
      const key = keys.get(`${deviceId} ${stream}`);
      return key === undefined ? [] : at.map((t, i) => ({ key, at: t, value: value[i] ?? 0 }));
    })
    .sort((a, b) => a.at - b.at);
}

/** What it did when it raised does not depend on whether it is switched on today. */
function inForce(rule: Rule): Rule {
  return { ...rule, enabled: true, effectiveFrom: "1970-01-01" };
}
