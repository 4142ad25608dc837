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

/** The devices and zones that a rule looked at when it raised this alert; null where they are gone. */
export function sceneOf(rule: Rule, alert: Subject, all: Scene): Scene | null {
  const plan = planOf({ rules: [inForce(rule)], ...all }, Number.MAX_SAFE_INTEGER);
  const job = plan.jobs.find(({ subject }) =>
    alert.zoneWide ? subject.zone === alert.zone : subject.zone === undefined && subject.deviceId === alert.deviceId,
  );
  if (!job) return null;
  const keys = new Set(keysOf(job));
  const devices = all.devices
    // a device carries more than the judge asks for: its key has no place here
    .map(({ id, kind, zone, lat, lon, streams }) => ({
      ...{ id, kind, zone, lat, lon },
      streams: streams.filter((s) => keys.has(s.key)).map(({ before: _before, ...s }) => s),
    }))
    .filter((d) => d.streams.length > 0 || d.id === job.subject.deviceId);
  return { devices, zones: all.zones.filter((z) => alert.zoneWide && z.id === alert.zone) };
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
