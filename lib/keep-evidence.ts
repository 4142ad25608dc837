import { setImmediate, setTimeout } from "node:timers/promises";
import { reachOf, type Scene, sceneAround, scenesOf } from "./analyze/evidence";
import type { ModelFile } from "./analyze/forecast/model-file";
import { FORECAST_SPAN_MS } from "./analyze/forecast/plan-forecasts";
import { replayForecast } from "./analyze/forecast/replay";
import type { Key, WatchedDevice } from "./analyze/plan";
import { type Clock, HOUR } from "./base/clock";
import type { Alert } from "./contract/alert";
import type { Device, Zone } from "./contract/device";
import type { EvidenceStream } from "./contract/evidence";
import type { Forecaster } from "./contract/forecast";
import type { Rule } from "./contract/rule";
import { type KeptEvidence, putEvidence, withEvidence } from "./store/alert/evidence";
import { emptyRun, indexFrom, type Run } from "./store/history/run";
import type { Store } from "./store/open";
import { readingsBetween } from "./store/reading/readings-between";
import { ruleVersions } from "./store/rule/rule-versions";

type Parts = {
  store: Store;
  clock: Clock;
  alerts(): Iterable<Alert>;
  watched(): WatchedDevice[];
  zones(): Promise<Zone[]>;
  device(id: string): Device | undefined;
  /** The streams that a forecast alert was made of. */
  forecastOn(alert: Alert): Key[];
  model(by: Forecaster): Promise<ModelFile | null>;
};

const MOST_BEFORE = 480;
/** A forecast looks back a day, on readings that are told each minute at most. */
const MOST_OF_FORECAST = 1600;
/** What came behind: a reading that could not be true was judged when another one confirmed it. */
const MOST_BEHIND = 20;
const MOST_STREAMS = 20;
const A_LOOK = 100;
/** So many at once are written, and then readings have the disk to themselves for a moment, ms. */
const A_WRITE = 5;
const REST_MS = 50;

/**
 * Takes the evidence of each alert from what is stored, a second after it was raised: the readings are on the disk since the alert
 * is, so nothing is lost by not holding up the commit. What a crash left without is taken at the next look. Alerts of one rule and
 * one hour are taken at once: a storm of them reads the log a few times, not once for each.
 */
export function keepEvidence(parts: Parts): { look(): Promise<void> } {
  const done = new Set<string>();
  let looking: Promise<void> | null = null;
  const look = async (): Promise<void> => {
    const wanting = together([...parts.alerts()].filter((a) => !done.has(a.id)));
    if (wanting.length === 0) return;
    const there = await withEvidence(
      parts.store,
      wanting.map((a) => a.id),
    );
    const kept = await take(
      parts,
      wanting.filter((a) => !there.has(a.id)),
    );
    for (let i = 0; i < kept.length; i += A_WRITE) {
      if (i > 0) await setTimeout(REST_MS);
      await putEvidence(parts.store, kept.slice(i, i + A_WRITE));
    }
    for (const { id } of wanting) done.add(id);
    if (done.size > 50_000) done.clear();
  };
  return {
    // one at a time, however often it is asked for
    look: () => {
      looking ??= look().finally(() => {
        looking = null;
      });
      return looking;
    },
  };
}

/** The oldest, and what the same rule raised within an hour of it. */
function together(alerts: readonly Alert[]): Alert[] {
  const [first, ...rest] = [...alerts].sort((a, b) => a.raisedAt - b.raisedAt);
  if (!first) return [];
  const near = rest.filter(
    (a) => a.ruleId === first.ruleId && a.ruleVersion === first.ruleVersion && a.raisedAt - first.raisedAt <= HOUR,
  );
  return [first, ...near].slice(0, A_LOOK);
}

/** Evidence of alerts of one rule version; none where it is gone. */
async function take(parts: Parts, alerts: readonly Alert[]): Promise<KeptEvidence[]> {
  const [first] = alerts;
  const versions = first ? await ruleVersions(parts.store.reader, first.ruleId) : [];
  const rule = versions.find((r) => r.version === first?.ruleVersion);
  if (!rule) return [];
  const devices = parts.watched();
  const sceneOf = scenesOf(rule, { devices, zones: await parts.zones() });
  const looked = alerts.flatMap((alert) => {
    const scene = alert.forecast ? sceneAround(parts.forecastOn(alert), devices) : sceneOf(alert);
    if (!scene) return [];
    const reach = alert.forecast ? FORECAST_SPAN_MS : reachOf(rule, scene);
    return [{ alert, scene, from: alert.raisedAt - reach }];
  });
  if (looked.length === 0) return [];
  const runs = await readingsBetween(
    parts.store,
    [...new Set(looked.flatMap(({ scene }) => asked(scene).map((s) => s.key)))],
    Math.min(...looked.map((l) => l.from)),
    Math.max(...looked.map((l) => l.alert.raisedAt)) + HOUR,
  );
  const kept: KeptEvidence[] = [];
  for (const { alert, scene, from } of looked) {
    const readings = readingsOf(scene, runs, from, alert);
    const by = alert.forecast?.by;
    const foretold = by && replayForecast(rule, alert, scene, readings.streams, await parts.model(by));
    const evidence = evidenceOf(parts, rule, alert, readings);
    kept.push({ scene, evidence: { ...evidence, ...(foretold && { forecast: foretold.forecast }) } });
    await setImmediate();
  }
  return kept;
}

function evidenceOf({ clock, device }: Parts, rule: Rule, alert: Alert, readings: ReturnType<typeof readingsOf>) {
  const by = device(alert.deviceId);
  return {
    alertId: alert.id,
    rule,
    collectedAt: clock.now(),
    ...readings,
    device: {
      class: by?.class ?? 0,
      battery: by?.status?.battery ?? null,
      link: by?.link ?? ("never" as const),
      lateMs: Math.max(0, alert.recordedAt - alert.raisedAt),
    },
  };
}

/** The streams that are read for a scene: so many at most. */
function asked(scene: Scene) {
  return scene.devices
    .flatMap((d) => d.streams.map((s) => ({ id: d.id, kind: d.kind, ...s })))
    .slice(0, MOST_STREAMS)
    .flatMap(({ key, ...s }) => (typeof key === "number" ? [{ key, ...s }] : []));
}

function readingsOf(scene: Scene, runs: ReadonlyMap<number, Run>, from: number, { raisedAt, forecast }: Alert) {
  const most = forecast ? MOST_OF_FORECAST : MOST_BEFORE;
  let complete = scene.devices.reduce((sum, d) => sum + d.streams.length, 0) <= MOST_STREAMS;
  const streams = asked(scene).map(({ id, kind, name, key }): EvidenceStream => {
    const { at, value } = runs.get(key) ?? emptyRun;
    const [start, end] = [indexFrom(at, from), indexFrom(at, raisedAt + 1)];
    const [first, last] = [
      Math.max(start, end - most),
      Math.min(indexFrom(at, raisedAt + HOUR + 1), end + MOST_BEHIND),
    ];
    if (first > start) complete = false;
    return { deviceId: id, stream: name, kind, at: [...at.slice(first, last)], value: [...value.slice(first, last)] };
  });
  return { streams, complete };
}
