import { z } from "zod";
import { Ms } from "./common";

/** One value of one stream at one instant, as a device sends it. The hot path checks it by hand (lib/ingest): this is its shape. */
export const WireReading = z.object({
  stream: z.string(),
  at: z.union([z.string(), z.number()]).describe("ISO 8601 with offset, or epoch milliseconds: when it was measured"),
  value: z.number(),
  deviceId: z.string().optional().describe("a child of a gateway device"),
  seq: z.number().int().optional(),
});
export type WireReading = z.infer<typeof WireReading>;

export const ReadingsFrame = z.object({ readings: z.array(WireReading) });

/** Why a reading was refused. Codes never change their meaning. */
export const ReadingRefusal = z.enum([
  "malformed",
  "unknown-device",
  "unknown-stream",
  "derived-stream",
  "not-a-number",
  "out-of-range",
  "bad-time",
  "time-in-future",
  "time-too-old",
]);
export type ReadingRefusal = z.infer<typeof ReadingRefusal>;

export const RefusedReading = z.object({ index: z.number().int(), code: ReadingRefusal, message: z.string() });
export type RefusedReading = z.infer<typeof RefusedReading>;

/** Sent only after the accepted readings are durable. */
export const ReadingsAnswer = z.object({
  accepted: z.number().int(),
  duplicates: z.number().int(),
  refused: z.array(RefusedReading),
});
export type ReadingsAnswer = z.infer<typeof ReadingsAnswer>;

/**
 * A chart's answer: at most `points` buckets, each with its lowest, highest and last value, so that no peak is lost, and the sum
 * for what adds up (rain). Buckets of a minute or more are whole minutes, hours or days of Korea's calendar.
 */
export const SeriesPoint = z.object({
  at: Ms.describe("time of the last reading in the bucket"),
  min: z.number(),
  max: z.number(),
  last: z.number(),
  sum: z.number(),
  count: z.number().int(),
});
export type SeriesPoint = z.infer<typeof SeriesPoint>;
export const Series = z.object({ from: Ms, to: Ms, stream: z.string(), points: z.array(SeriesPoint) });
export type Series = z.infer<typeof Series>;
