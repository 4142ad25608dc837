import { type Clock, HOUR, MINUTE } from "../base/clock";
import { createFieldDevice } from "../device/field-device";
import type { Kind, World } from "../kinds/kind";
import { createSimulator, type Simulator } from "./simulator";
import { createWorld } from "./world/world";

export type SimulatedDevice = {
  id: string;
  key: string;
  kind: string;
  lat: number;
  lon: number;
  /** When it was added, UTC ms: the story begins with the oldest. */
  createdAt: number;
  /** Null: it has never spoken, so it tells its last 24 hours first. */
  lastSeenAt: number | null;
};

export type SimulatorOptions = {
  url: string;
  devices: readonly SimulatedDevice[];
  clock: Clock;
  kinds: ReadonlyMap<string, Kind>;
  seed?: string;
  /** Stops everything, as `stop()` does. */
  signal?: AbortSignal;
};

const CONNECT_EVERY_MS = 15;
const LOOK_EVERY_MS = 250;
const PAST = { forMs: 24 * HOUR, everyMs: 10 * MINUTE };

/** Drives all simulated devices over the real gateway, each with its own key and connection. Resolves at once. */
export function startSimulators(options: SimulatorOptions): { stop(): Promise<void> } {
  const { devices, clock, signal } = options;
  const world = storyOf(options);
  const running: Simulator[] = [];
  const waiting = [...devices];
  // one after the other: 250 handshakes at once would hold up the first screens
  const connect = setInterval(() => {
    const next = waiting.shift();
    if (next) running.push(connected(next, world, options));
    else clearInterval(connect);
  }, CONNECT_EVERY_MS);
  const look = setInterval(() => {
    for (const simulator of running) simulator.passTime(clock.now());
  }, LOOK_EVERY_MS);
  const stop = async (): Promise<void> => {
    clearInterval(connect);
    clearInterval(look);
    waiting.length = 0;
    await Promise.all(running.splice(0).map((simulator) => simulator.close()));
  };
  signal?.addEventListener("abort", () => void stop(), { once: true });
  return { stop };
}

/** The story goes on over restarts: it began when the city's devices were added. */
function storyOf({ devices, clock, kinds, seed = "haechi" }: SimulatorOptions): World {
  const since = devices.reduce((oldest, device) => Math.min(oldest, device.createdAt), clock.now());
  const cameras = devices.filter((d) => kinds.get(d.kind)?.cameraStatus).map((d) => d.id);
  return createWorld({ seed, since }, cameras.sort());
}

function connected(device: SimulatedDevice, world: World, { url, clock, kinds }: SimulatorOptions): Simulator {
  const kind = kinds.get(device.kind);
  const line = createFieldDevice({ url, deviceId: device.id, key: device.key, clock });
  const simulator = createSimulator({ device, kind, world, line });
  if (device.lastSeenAt === null) simulator.tellPast(clock.now() - PAST.forMs, clock.now(), PAST.everyMs);
  return simulator;
}
