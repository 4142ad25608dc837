import { Failure, isFailure } from "../base/failure";
import type { Status } from "../contract/device";
import type { WireRefusal } from "../contract/live";
import type { ReadingsAnswer } from "../contract/reading";

/** A frame as it came: its size, and its readings. They are asked for when its turn has come; throws the Failure that refuses it whole. */
export type Frame = { bytes: number; open(): readonly unknown[] };

/** Readings that are in memory already, as a frame of about their size. */
export function inHand(readings: readonly unknown[]): Frame {
  return { bytes: readings.length * READING_BYTES, open: () => readings };
}

const READING_BYTES = 64;

/** What the gateways hand their frames to: flow. Both answer only when what they took is durable. */
export type Receive = {
  readings(deviceId: string, given: Frame | readonly unknown[]): Promise<ReadingsAnswer>;
  status(deviceId: string, status: Status): Promise<void>;
  /** A frame of this device was answered with a refusal. */
  refused(deviceId: string, code: string): void;
};

/** The readings of a frame's JSON. Throws Failure `malformed` or `too-large`. */
export function readingsOf(json: () => unknown, most: number): readonly unknown[] {
  const frame = parsed(json);
  const readings = typeof frame === "object" && frame !== null ? (frame as { readings?: unknown }).readings : undefined;
  if (!Array.isArray(readings)) throw new Failure("malformed", "A frame is { readings: [ … ] }. Send it in that form.");
  if (readings.length > most)
    throw new Failure("too-large", `A frame carries at most ${most} readings. Send several frames.`);
  return readings;
}

function parsed(json: () => unknown): unknown {
  try {
    return json();
  } catch {
    return null;
  }
}

/** The refusal that a device is told for whatever went wrong behind the gateway. */
export function refusalOf(error: unknown): WireRefusal {
  if (isFailure(error))
    return { code: error.code, message: error.message, ...(retryable(error.code) && { retryMs: RETRY_MS }) };
  return {
    code: "storage-unavailable",
    message: "The city cannot store readings now. Keep them and send them again.",
    retryMs: RETRY_MS,
  };
}

const RETRY_MS = 1000;

function retryable(code: string): boolean {
  return code === "busy" || code === "storage-unavailable";
}
