import type { Foresight } from "./analyze/forecast/foresight";
import { isForecast } from "./analyze/forecast/kept-minds";
import type { ModelFile } from "./analyze/forecast/model-file";
import type { HeardBefore } from "./analyze/heard";
import type { Plan, WatchedDevice, WatchedStream } from "./analyze/plan";
import type { Remembered } from "./analyze/remembered";
import type { Watch } from "./analyze/watch";
import { HOUR } from "./base/clock";
import type { Alert } from "./contract/alert";
import { standingLevel } from "./forecast-models";
import type { Registry, StreamEntry } from "./ingest/registry";
import type { Kind } from "./kinds/kind";
import { loadDevices } from "./store/device/load-devices";
import type { Store } from "./store/open";
import { readingsAfter } from "./store/reading/readings-after";
import { loadStreams } from "./store/stream/load-streams";

/** After three beats of a stream its newest reading is not the present any more. */
const BEATS = 3;

/** The devices in service as the judge sees them. */
export function watched(registry: Registry): WatchedDevice[] {
  const inService = [...registry.devices.values()].filter((device) => device.record.retiredAt === null);
  return inService.map(({ record, streams }) => ({
    ...record,
    streams: [...streams.values()].map((stream) => watchedStream(stream, record.keepAliveMs)),
  }));
}

function watchedStream(stream: StreamEntry, keepAliveMs: number): WatchedStream {
  const { id, spec } = stream;
  const staleAfterMs = BEATS * (spec.everyMs ?? keepAliveMs);
  return {
    key: id,
    name: spec.name,
    plausible: spec.plausible,
    foreseen: spec.foreseen,
    staleAfterMs,
    before: heardBefore(stream),
  };
}

/** What the database has of a stream; asked of one that the judge does not know yet. */
function heardBefore({ latestAt, latestValue, stored }: StreamEntry): HeardBefore {
  const doubt = stored.believed !== null;
  const { at, value } = stored.believed ?? { at: latestAt, value: latestValue };
  const kept = { doubtAt: doubt ? latestAt : Number.NEGATIVE_INFINITY, doubtValue: doubt ? latestValue : Number.NaN };
  return { at, value, sameSince: stored.since ?? latestAt, ...kept };
}

/** Devices and their streams as they are stored now; gives the ids that were locked out. */
export async function loadRegistry(
  store: Store,
  registry: Registry,
  kinds: ReadonlyMap<string, Kind>,
): Promise<string[]> {
  const streams = await loadStreams(store, kinds);
  return registry.load(await loadDevices(store), streams, kinds);
}

type Judges = { watch: Watch; foresight: Foresight };

/** Binds who judges and who forecasts to a plan; gives what neither of them has in mind any more. `alerts`: all that stand. */
export function bindJudges(
  { watch, foresight }: Judges,
  plan: Plan,
  models: readonly ModelFile[],
  alerts: ReadonlyMap<string, Alert>,
  remembered: readonly Remembered[],
): Remembered[] {
  const foretold = remembered.filter(isForecast);
  const dropped = watch.bind(
    plan,
    remembered.filter((row) => !isForecast(row)),
  );
  const standing = (ruleId: string, deviceId: string, stream: string) =>
    standingLevel(alerts.values(), ruleId, deviceId, stream);
  return [...dropped, ...foresight.bind(plan, models, standing, foretold)];
}

/** What looks back on streams: the watch's meters, and forecasts. */
type LooksBack = Pick<Watch, "unfilled" | "wantedSince" | "recall" | "filled">;

/** Readings of a device whose line was down come this much later at most and still find the rain before them. */
const LAG_MS = HOUR;

/**
 * Tells rules that look back and are new what was stored, so that neither a restart nor a rule's edit forgets rain. Streams that are
 * looked back on equally far are read together. `now` in UTC ms of the city's clock.
 */
export async function recallWindows(store: Store, registry: Registry, watch: LooksBack, now: number): Promise<void> {
  const { unfilled } = watch;
  if (unfilled.size === 0) return;
  const streams = [...registry.devices.values()].flatMap((d) => [...d.streams.values()]);
  for (const spanMs of new Set(unfilled.values())) {
    const asked = streams.filter((s) => unfilled.get(s.id) === spanMs);
    const since = asked.map((s) => Math.min(watch.wantedSince(s.id, now), Math.max(s.latestAt, now - LAG_MS) - spanMs));
    const ids = asked.map((s) => s.id);
    for (const { stream, at, value } of await readingsAfter(store, ids, Math.min(now - spanMs, ...since)))
      watch.recall(stream, at, value);
  }
  watch.filled();
}
