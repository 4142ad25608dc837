import { isFailure } from "../base/failure";
import type { Status } from "../contract/device";
import type { WireRefusal } from "../contract/live";
import type { ReadingsAnswer } from "../contract/reading";

/** What the gateways hand their frames to: flow. Both answer only when what they took is durable. */
export type Receive = {
  readings(deviceId: string, readings: readonly unknown[]): Promise<ReadingsAnswer>;
  status(deviceId: string, status: Status): Promise<void>;
  /** A frame of this device was answered with a refusal. */
  refused(deviceId: string, code: string): void;
};

/** The readings of a frame, or the sentence that refuses the frame whole. */
export function readingsOf(frame: unknown, most: number): readonly unknown[] | WireRefusal {
  const readings = typeof frame === "object" && frame !== null ? (frame as { readings?: unknown }).readings : undefined;
  if (!Array.isArray(readings))
    return { code: "malformed", message: "A frame is { readings: [ … ] }. Send it in that form." };
  if (readings.length > most)
    return { code: "too-large", message: `A frame carries at most ${most} readings. Send several frames.` };
  return readings;
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
