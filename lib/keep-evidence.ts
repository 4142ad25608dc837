import { reachOf, type Scene, sceneOf } from "./analyze/evidence";
import type { WatchedDevice } from "./analyze/plan";
import { type Clock, HOUR } from "./base/clock";
import type { Alert } from "./contract/alert";
import type { Device, Zone } from "./contract/device";
import type { EvidenceStream } from "./contract/evidence";
import type { Rule } from "./contract/rule";
import { type KeptEvidence, putEvidence, withEvidence } from "./store/alert/evidence";
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
};

const MOST_BEFORE = 480;
/** What came behind: a reading that could not be true was judged when another one confirmed it. */
const MOST_BEHIND = 20;
const MOST_STREAMS = 20;
const A_LOOK = 20;

/**
 * Takes the evidence of each alert from what is stored, a second after it was raised: the readings are on the disk since the alert
 * is, so nothing is lost by not holding up the commit. What a crash left without is taken at the next look.
 */
export function keepEvidence(parts: Parts): { look(): Promise<void> } {
  const done = new Set<string>();
  return {
    look: async () => {
      const wanting = [...parts.alerts()].filter((a) => !done.has(a.id)).slice(0, A_LOOK);
      if (wanting.length === 0) return;
      const there = await withEvidence(
        parts.store,
        wanting.map((a) => a.id),
      );
      const scene = { devices: parts.watched(), zones: await parts.zones() };
      const kept: KeptEvidence[] = [];
      for (const alert of wanting.filter((a) => !there.has(a.id))) {
        const one = await take(parts, alert, scene);
        if (one) kept.push(one);
      }
      if (kept.length > 0) await putEvidence(parts.store, kept);
      for (const { id } of wanting) done.add(id);
      if (done.size > 50_000) done.clear();
    },
  };
}

async function take(parts: Parts, alert: Alert, all: Scene): Promise<KeptEvidence | null> {
  const rule = (await ruleVersions(parts.store.reader, alert.ruleId)).find((r) => r.version === alert.ruleVersion);
  const scene = rule && sceneOf(rule, alert, all);
  if (!rule || !scene) return null;
  const { streams, complete } = await readingsOf(parts.store, rule, alert, scene);
  const device = parts.device(alert.deviceId);
  return {
    scene,
    evidence: {
      alertId: alert.id,
      rule,
      collectedAt: parts.clock.now(),
      streams,
      complete,
      device: {
        class: device?.class ?? 0,
        battery: device?.status?.battery ?? null,
        link: device?.link ?? "never",
        lateMs: Math.max(0, alert.recordedAt - alert.raisedAt),
      },
    },
  };
}

async function readingsOf(store: Store, rule: Rule, alert: Alert, scene: Scene) {
  const from = alert.raisedAt - reachOf(rule, scene);
  const wanted = scene.devices.flatMap((d) => d.streams.map((s) => ({ id: d.id, kind: d.kind, ...s })));
  const streams: EvidenceStream[] = [];
  let complete = wanted.length <= MOST_STREAMS;
  for (const { id, kind, name, key } of wanted.slice(0, MOST_STREAMS)) {
    if (typeof key !== "number") continue;
    const { at, value } = await readingsBetween(store, key, from, alert.raisedAt + HOUR);
    const behind = at.findIndex((t) => t > alert.raisedAt);
    const end = behind < 0 ? at.length : behind;
    const [first, last] = [Math.max(0, end - MOST_BEFORE), end + MOST_BEHIND];
    if (first > 0) complete = false;
    streams.push({
      deviceId: id,
      stream: name,
      kind,
      at: [...at.slice(first, last)],
      value: [...value.slice(first, last)],
    });
  }
  return { streams, complete };
}
