import { setImmediate } from "node:timers/promises";
import { MINUTE } from "../../base/clock";
import type { SeriesPoint } from "../../contract/reading";
import type { Tx } from "../open";

export type SeriesQuestion = { deviceId: string; stream: string; from: number; to: number; points: number };
type Row = { at: bigint; value: number };

/**
 * Readings of a stream with from ≤ at ≤ to (UTC ms) in at most `points` buckets of equal width, each with its lowest, highest
 * and last value; `at` is the time of the bucket's last reading. Empty buckets are left out; null where there is no such stream.
 */
export async function readSeries(db: Tx, question: SeriesQuestion): Promise<SeriesPoint[] | null> {
  const { deviceId, stream, from, to, points } = question;
  const found = await db.stream.findUnique({ where: { deviceId_name: { deviceId, name: stream } } });
  if (!found) return null;
  const width = Math.max(1, Math.ceil((to - from + 1) / points));
  const buckets = new Map<number, SeriesPoint>();
  for await (const row of rowsOf(db, found.id, from, to)) {
    const at = Number(row.at);
    put(buckets, Math.floor((at - from) / width), at, row.value);
  }
  return [...buckets.values()];
}

function put(buckets: Map<number, SeriesPoint>, key: number, at: number, value: number): void {
  const bucket = buckets.get(key);
  if (!bucket) {
    buckets.set(key, { at, min: value, max: value, last: value, count: 1 });
    return;
  }
  bucket.at = at;
  bucket.min = Math.min(bucket.min, value);
  bucket.max = Math.max(bucket.max, value);
  bucket.last = value;
  bucket.count++;
}

/** How long one look into the database may keep the city from everything else. */
const LOOK_MS = 8;

/**
 * The key is time first, so a stream's history is a scan over everybody's. It is read in slices that last a few milliseconds
 * each, and between two slices the city does its work: a long chart is late, readings are not.
 */
async function* rowsOf(db: Tx, stream: number, from: number, to: number): AsyncGenerator<Row> {
  let slice = 10 * MINUTE;
  for (let start = from; start <= to; ) {
    const end = Math.min(to, start + slice - 1);
    const began = performance.now();
    yield* await db.$queryRaw<Row[]>`
      SELECT "at", "value" FROM "Reading" WHERE "at" >= ${BigInt(start)} AND "at" <= ${BigInt(end)} AND "stream" = ${stream}
      ORDER BY "at"`;
    const took = Math.max(0.1, performance.now() - began);
    slice = Math.max(1000, Math.round(slice * Math.min(8, Math.max(0.25, LOOK_MS / took))));
    start = end + 1;
    await setImmediate();
  }
}
