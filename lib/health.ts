import type { Health } from "./contract/city";
import type { Flow } from "./flow";
import type { Registry } from "./ingest/registry";
import type { LiveHub } from "./live/hub";
import { healthOf } from "./observe/health";
import type { Store } from "./store/open";

export type Observed = { flow: Flow; store: Store; registry: Registry; hub: LiveHub; uptimeMs: number };

/** The health of the running city, as it is this instant. */
export function cityHealth({ flow, store, registry, hub, uptimeMs }: Observed): Health {
  const { guard, commits, wal } = store;
  const { accepted, refused, duplicates } = flow.counts;
  const now = performance.now();
  const lagMs = Math.round(flow.counts.oldestMs(now) * 10) / 10;
  return healthOf({
    storage: guard.storage,
    faulty: guard.faulty,
    look: guard.seen,
    sinceSlowMs: now - commits.slowAt,
    logHeld: wal.hold !== null,
    queueFull: flow.queue.full,
    ingest: { queue: flow.queue.depth, lagMs, accepted, refused, duplicates },
    devices: { total: registry.fleet.total, ...registry.fleet.links },
    screens: hub.screens,
    uptimeMs: Math.round(uptimeMs),
  });
}
