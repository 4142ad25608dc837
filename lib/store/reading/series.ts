import type { SeriesPoint } from "../../contract/reading";
import type { Tx } from "../open";

export type SeriesQuestion = { deviceId: string; stream: string; from: number; to: number; points: number };
type Row = { at: bigint; min: number; max: number; last: number; count: bigint };

/**
 * Readings of a stream with from ≤ at ≤ to (UTC ms) in at most `points` buckets of equal width, each with its lowest, highest
 * and last value; `at` is the time of the bucket's last reading. Empty buckets are left out; null where there is no such stream.
 */
export async function readSeries(
  db: Tx,
  { deviceId, stream, from, to, points }: SeriesQuestion,
): Promise<SeriesPoint[] | null> {
  const found = await db.stream.findUnique({ where: { deviceId_name: { deviceId, name: stream } } });
  if (!found) return null;
  // BigInt: a plain number above 32 bits is bound as a real, and would divide as one
  const [first, last, width] = [BigInt(from), BigInt(to), BigInt(Math.max(1, Math.ceil((to - from + 1) / points)))];
  const rows = await db.$queryRaw<Row[]>`
    SELECT max("at") AS "at", min("value") AS "min", max("value") AS "max", "last", count(*) AS "count" FROM (
      SELECT "at", "value", ("at" - ${first}) / ${width} AS "bucket",
        last_value("value") OVER (PARTITION BY ("at" - ${first}) / ${width} ORDER BY "at" ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING) AS "last"
      FROM "Reading" WHERE "at" >= ${first} AND "at" <= ${last} AND "stream" = ${found.id}
    ) GROUP BY "bucket" ORDER BY "bucket"`;
  return rows.map((r) => ({ at: Number(r.at), min: r.min, max: r.max, last: r.last, count: Number(r.count) }));
}
