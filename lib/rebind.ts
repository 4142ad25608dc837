import { rulesFor } from "./analyze/bind";
import type { Subject, Watch } from "./analyze/watch";
import { HOUR } from "./base/clock";
import type { Zone } from "./contract/device";
import type { Rule } from "./contract/rule";
import { silenceKey } from "./flow";
import type { DeviceEntry, Registry } from "./ingest/registry";
import type { Kind } from "./kinds/kind";
import { loadDevices } from "./store/device/load-devices";
import type { Store } from "./store/open";
import { readingsAfter } from "./store/reading/readings-after";
import { loadStreams } from "./store/stream/load-streams";

/** Which rules look at which stream of which device in service. */
export function* fits(
  registry: Registry,
  rules: readonly Rule[],
  zones: readonly Zone[],
  now: number,
): Generator<[Subject, Rule[]]> {
  const purposes = new Map(zones.map((z) => [z.id, z.purpose]));
  for (const device of registry.devices.values()) {
    if (device.record.retiredAt !== null) continue;
    for (const [key, stream] of subjectsOf(device)) {
      const found = rulesFor(rules, device.record, purposes.get(device.record.zone), stream, now);
      if (found.length > 0) yield [{ key, deviceId: device.record.id, stream }, found];
    }
  }
}

function subjectsOf(device: DeviceEntry): [key: number | string, stream: string][] {
  return [[silenceKey(device), ""], ...[...device.streams.values()].map((s): [number, string] => [s.id, s.spec.name])];
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

/** Readings of a device whose line was down come this much later at most and still find the rain before them. */
const LAG_MS = HOUR;

/** Fills the windows of rules that sum and are new, so that neither a restart nor a rule's edit forgets rain. `now` in UTC ms of the city's clock. */
export async function recallWindows(store: Store, registry: Registry, watch: Watch, now: number): Promise<void> {
  const unfilled = watch.takeUnfilled();
  if (unfilled.size === 0) return;
  const streams = [...registry.devices.values()].flatMap((d) => [...d.streams.values()]);
  const summed = streams.filter((s) => unfilled.has(s.id));
  const oldest = Math.min(now, ...summed.map((s) => Math.max(s.latestAt, now - LAG_MS)));
  const after = oldest - Math.max(...unfilled.values());
  const ids = summed.map((s) => s.id);
  for (const { stream, at, value } of await readingsAfter(store, ids, after)) watch.recall(stream, at, value);
}
