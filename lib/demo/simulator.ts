import { MINUTE } from "../base/clock";
import type { WireReading } from "../contract/reading";
import type { FieldDevice } from "../device/field-device";
import type { Kind, World } from "../kinds/kind";
import { chanceOf } from "./chance";

export type Simulator = {
  /** Says what is due at `now`, UTC ms. */
  passTime(now: number): void;
  /** Queues what it would have said between two instants, in order of time. */
  tellPast(from: number, to: number, everyMs: number): void;
  close(): Promise<void>;
};

type Parts = {
  device: { id: string; lat: number; lon: number };
  kind: Kind | undefined;
  world: World;
  line: Pick<FieldDevice, "send" | "status" | "close">;
};

const STATUS_EVERY_MS = 10 * MINUTE;

/** How often a kind speaks: far more often than it must, and amounts (bars) once a minute, which is what they are amounts of. */
export function speaksEveryMs(kind: Kind): number {
  if (kind.streams.some((stream) => stream.chart === "bar")) return MINUTE;
  return Math.min(MINUTE, Math.max(10_000, kind.keepAliveMs / 20));
}

/** One device of the story: asks the world what it would measure, and says it at its own beat. */
export function createSimulator({ device, kind, world, line }: Parts): Simulator {
  const everyMs = kind ? speaksEveryMs(kind) : MINUTE;
  // each device has its own second of the minute, so that the city hears a stream and not a drum
  const offsetMs = Math.floor(chanceOf(device.id, "beat") * everyMs);
  let [beat, told] = [Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY];

  const say = (at: number) => {
    if (world.fault(device.id, at) === "dark") return;
    const values = kind?.simulate?.(device, at, world) ?? {};
    if (kind?.cameraStatus) line.status({ at, firmware: FIRMWARE, camera: cameraOf(kind, values) });
    else line.send(readingsOf(values, at));
    if (kind?.cameraStatus || at - told < STATUS_EVERY_MS) return;
    told = at;
    line.status({
      at,
      firmware: FIRMWARE,
      battery: batteryOf(device.id, at),
      rssi: -70 + Math.round(world.noise(device.id, "rssi", at) * 4),
    });
  };
  return {
    passTime(now) {
      const due = Math.floor((now - offsetMs) / everyMs) * everyMs + offsetMs;
      if (due <= beat) return;
      beat = due;
      say(due);
    },
    tellPast(from, to, stepMs) {
      if (!kind?.simulate || kind.cameraStatus) return;
      for (let at = Math.ceil(from / stepMs) * stepMs; at < to; at += stepMs)
        line.send(readingsOf(kind.simulate(device, at, world), at));
    },
    close: () => line.close(500),
  };
}

const FIRMWARE = "sim-1.0";

function readingsOf(values: Record<string, number>, at: number): WireReading[] {
  return Object.entries(values).map(([stream, value]) => ({ stream, at, value }));
}

/** The status fields of a camera from its streams' values; a state of 0 or 1 is said as false or true. */
function cameraOf(kind: Kind, values: Record<string, number>) {
  const { recording = "", fps = "", tampered = "" } = kind.cameraStatus ?? {};
  return { recording: values[recording] === 1, fps: values[fps] ?? 0, tampered: values[tampered] === 1 };
}

/** A battery that sinks over a month and is changed then, %. */
function batteryOf(id: string, at: number): number {
  const month = 30 * 24 * 60 * MINUTE;
  return Math.round(100 - 75 * ((at / month + chanceOf(id, "battery")) % 1));
}
