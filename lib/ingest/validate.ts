import { DAY, instantOf, MINUTE } from "../base/clock";
import type { ReadingRefusal, RefusedReading } from "../contract/reading";
import { KEEP } from "../kinds/keep";
import type { StreamSpec } from "../kinds/kind";
import type { DeviceEntry, Registry, StreamEntry } from "./registry";

/**
 * An accepted reading: event time in UTC ms, value in the stream's unit. `felt`: the time in which a hold is counted, where the
 * city stamped the reading itself and its wall may have been set meanwhile.
 */
export type Row = { stream: StreamEntry; at: number; value: number; felt?: number };
export type Validated = { rows: Row[]; refused: RefusedReading[] };

/** A device's clock may run ahead by this much. */
export const FUTURE_LIMIT_MS = 5 * MINUTE;
/** Older than this was not measured by a device that works. */
export const PAST_LIMIT_MS = 400 * DAY;
/** Nor is a reading taken that is older than its stream is kept: what is let go is never asked for again, and never counted twice. */
export function pastLimitMs({ keep = KEEP }: StreamSpec): number {
  return Math.min(PAST_LIMIT_MS, keep.readings * DAY);
}
export const MAX_FRAME_READINGS = 10_000;

/** Checks every reading of a frame alone: a bad one is refused with its index and code, its neighbours are kept. `now` in UTC ms. */
export function validateFrame(
  sender: DeviceEntry,
  readings: readonly unknown[],
  registry: Registry,
  now: number,
): Validated {
  const rows: Row[] = [];
  const refused: RefusedReading[] = [];
  for (let index = 0; index < readings.length; index++) {
    const row = check(sender, readings[index], registry, now);
    if (typeof row === "string") refused.push({ index, code: row, message: sentences[row] });
    else rows.push(row);
  }
  return { rows, refused };
}

type Loose = { stream?: unknown; at?: unknown; value?: unknown; deviceId?: unknown };

function check(sender: DeviceEntry, reading: unknown, registry: Registry, now: number): Row | ReadingRefusal {
  if (typeof reading !== "object" || reading === null) return "malformed";
  const { stream, at, value, deviceId } = reading as Loose;
  const device = deviceId === undefined || deviceId === sender.record.id ? sender : childOf(sender, deviceId, registry);
  if (!device) return "unknown-device";
  if (typeof stream !== "string") return "malformed";
  const entry = device.streams.get(stream);
  if (!entry) return "unknown-stream";
  if (entry.spec.derived) return "derived-stream";
  if (typeof value !== "number" || !Number.isFinite(value)) return "not-a-number";
  if (value < entry.spec.min || value > entry.spec.max) {
    entry.outOfRange = true;
    return "out-of-range";
  }
  const instant = instantOf(at);
  if (Number.isNaN(instant)) return "bad-time";
  if (instant > now + FUTURE_LIMIT_MS) return "time-in-future";
  if (instant < now - pastLimitMs(entry.spec)) return "time-too-old";
  return { stream: entry, at: instant, value };
}

/** A gateway names its children; a child names its gateway in `properties.gateway`, so that no device can speak for a stranger. */
function childOf(sender: DeviceEntry, id: unknown, registry: Registry): DeviceEntry | undefined {
  const device = typeof id === "string" ? registry.inService(id) : undefined;
  return device?.record.properties.gateway === sender.record.id ? device : undefined;
}

const sentences: Record<ReadingRefusal, string> = {
  malformed: "A reading is an object { stream, at, value }. Send it in that form.",
  "unknown-device":
    "No such device in service behind this gateway. Register it with properties.gateway naming this device.",
  "unknown-stream": "This device's kind has no such stream. See GET /api/v1/kinds.",
  "derived-stream": "The city computes this stream itself. Send the streams that it is made of.",
  "not-a-number": "The value must be a finite number. A sensor that has none sends nothing.",
  "out-of-range": "The value is beyond what this kind of sensor can measure. Check the sensor and the unit.",
  "bad-time": "`at` must be ISO 8601 with an offset, or whole epoch milliseconds.",
  "time-in-future": "The time lies more than 5 minutes ahead. Set the device's clock by the serverTime of `welcome`.",
  "time-too-old":
    "The time lies further back than this stream is kept, 400 days at most. Set the device's clock by the serverTime of `welcome`.",
};
