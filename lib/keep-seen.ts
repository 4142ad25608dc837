import type { DeviceEntry, Registry } from "./ingest/registry";
import type { Store } from "./store/open";
import { readAlive } from "./store/setting/alive";
import { putLastSeen, type SeenFacts } from "./store/stream/put-last-seen";

/** Writes the signs of life that the database has not seen, and that the city itself is alive at `now` (its own clock). */
export async function keepSeen(store: Store, registry: Registry, now: number): Promise<void> {
  const unseen = [...registry.devices.values()].filter((d) => d.lastSeenAt !== null && d.lastSeenAt !== d.seenStored);
  await putLastSeen(store, { aliveAt: now, devices: unseen.map(signOf) });
  for (const device of unseen) device.seenStored = device.lastSeenAt;
}

/** The signs of life of these devices, to be stored with what is remembered of their silence; null of none. */
export function seenOf(registry: Registry, ids: readonly string[], now: number): SeenFacts | null {
  if (ids.length === 0) return null;
  const known = ids.map((id) => registry.devices.get(id)).filter((device) => device?.lastSeenAt != null);
  return { aliveAt: now, devices: known.filter((device) => device !== undefined).map(signOf) };
}

function signOf({ record, lastSeenAt }: DeviceEntry): SeenFacts["devices"][number] {
  return [record.id, lastSeenAt ?? 0, record.status && JSON.stringify(record.status)];
}

/** Up to when the city surely ran before this start: what was written then, or any sign of life that it took. −∞: it never did. */
export async function lastAlive(store: Store, registry: Registry): Promise<number> {
  let alive = (await readAlive(store)) ?? Number.NEGATIVE_INFINITY;
  for (const { lastSeenAt } of registry.devices.values()) alive = Math.max(alive, lastSeenAt ?? alive);
  return alive;
}
