import { readReadings } from "../../exercise/recording";

/** A reading: event time (UTC ms), value in the stream's unit. */
export type Point = { at: number; value: number };
/** The readings of each device, in order of time. */
export type Series = ReadonlyMap<string, readonly Point[]>;

/** One stream of a recording, by device. */
export async function readSeries(file: string, stream: string): Promise<Series> {
  const byDevice = new Map<string, Point[]>();
  for await (const row of readReadings(file)) {
    if (!("at" in row) || row.stream !== stream || !Number.isFinite(row.value)) continue;
    const points = byDevice.get(row.device) ?? [];
    byDevice.set(row.device, points);
    // the recording is in order of time; the same instant twice counts once, as in the city
    if (points.at(-1)?.at !== row.at) points.push({ at: row.at, value: row.value });
  }
  return byDevice;
}
