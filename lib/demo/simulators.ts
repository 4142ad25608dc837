import { type Clock, HOUR, MINUTE } from "../base/clock";
import type { Place } from "../base/geo";
import { createFieldDevice } from "../device/field-device";
import { type Keep, memoryKeep } from "../device/keep";
import type { Kind, World } from "../kinds/kind";
import type { Task } from "./drive";
import { createDriver } from "./driver";
import { createSimulator, type Simulator } from "./simulator";
import { createWorld } from "./world/world";

export type SimulatedDevice = {
  id: string;
  /** What its key is known by: another mark, another key. */
  keyMark: string;
  key(): string;
  kind: string;
  lat: number;
  lon: number;
  /** Where it was last, of one that moves. */
  last?: Place;
  /** When it was added, UTC ms: the story begins with the oldest. */
  createdAt: number;
  /** Null: it has never spoken, so it tells its last 24 hours first. */
  lastSeenAt: number | null;
};

export type SimulatorOptions = {
  url: string;
  /** The simulated devices in service, as they are at the moment. */
  devices(): SimulatedDevice[];
  clock: Clock;
  kinds: ReadonlyMap<string, Kind>;
  /** What the unit of a tracker has to do; null: it has no unit. */
  task?(deviceId: string): Task | null;
  seed?: string;
  /** Stops everything, as `stop()` does. */
  signal?: AbortSignal;
  followEveryMs?: number;
};

type Running = { mark: string; simulator: Simulator };

const CONNECT_EVERY_MS = 15;
const LOOK_EVERY_MS = 250;
/** How soon a new device speaks, a new key is used, a retired device falls silent. */
const FOLLOW_EVERY_MS = 1000;
const PAST = { forMs: 24 * HOUR, everyMs: 10 * MINUTE };

/** Drives all simulated devices over the real gateway, each with its own key and connection, and follows the registry. */
export function startSimulators(options: SimulatorOptions): { stop(): Promise<void> } {
  const { clock, signal, followEveryMs = FOLLOW_EVERY_MS } = options;
  const world = storyOf(options);
  const running = new Map<string, Running>();
  // what a device had measured and could not tell with its old key it tells with the new one
  const keeps = new Map<string, Keep>();
  let waiting = options.devices();

  const follow = () => {
    const devices = options.devices();
    const marks = new Map(devices.map((device) => [device.id, markOf(device)]));
    for (const [id, { mark, simulator }] of running) {
      if (marks.get(id) === mark) continue;
      running.delete(id);
      void simulator.close();
      if (!marks.has(id)) keeps.delete(id);
    }
    waiting = devices.filter((device) => !running.has(device.id));
  };
  const connectNext = () => {
    const next = waiting.shift();
    if (!next) return;
    const keep = keeps.get(next.id);
    const kept = keep ?? memoryKeep();
    keeps.set(next.id, kept);
    const simulator = connected(next, world, options, kept);
    if (!keep && next.lastSeenAt === null) simulator.tellPast(clock.now() - PAST.forMs, clock.now(), PAST.everyMs);
    running.set(next.id, { mark: markOf(next), simulator });
  };
  const passTime = () => {
    for (const { simulator } of running.values()) simulator.passTime(clock.now());
  };
  const timers = [
    // one after the other: 250 handshakes at once would hold up the first screens
    setInterval(connectNext, CONNECT_EVERY_MS),
    setInterval(passTime, LOOK_EVERY_MS),
    setInterval(follow, followEveryMs),
  ];
  const stop = async (): Promise<void> => {
    timers.forEach(clearInterval);
    const all = [...running.values()];
    running.clear();
    await Promise.all(all.map(({ simulator }) => simulator.close()));
  };
  signal?.addEventListener("abort", () => void stop(), { once: true });
  return { stop };
}

/** The story goes on over restarts: it began when the city's devices were added. */
function storyOf({ devices, clock, kinds, seed = "haechi" }: SimulatorOptions): World {
  const all = devices();
  const since = all.reduce((oldest, device) => Math.min(oldest, device.createdAt), clock.now());
  const cameras = all.filter((d) => kinds.get(d.kind)?.cameraStatus).map((d) => d.id);
  return createWorld({ seed, since }, cameras.sort());
}

/** Whatever makes it another device for its simulator. */
function markOf({ keyMark, kind, lat, lon }: SimulatedDevice): string {
  return [keyMark, kind, lat, lon].join("\n");
}

function connected(device: SimulatedDevice, world: World, options: SimulatorOptions, keep: Keep): Simulator {
  const { url, clock, kinds, task } = options;
  const { id } = device;
  const onCommand = () => ({ ok: true });
  const line = createFieldDevice({ url, deviceId: id, key: device.key(), clock, keep, onCommand });
  const kind = kinds.get(device.kind);
  if (kind?.position) return createDriver({ id, from: device.last ?? device, line, task: () => task?.(id) ?? null });
  return createSimulator({ device, kind, world, line });
}
