import type { Store } from "../open";

/** Readings of some streams later than `after` (UTC ms), in order of time: what a window rule needs after a restart. */
export async function readingsAfter(
  store: Store,
  streams: number[],
  after: number,
): Promise<{ stream: number; at: number; value: number }[]> {
  const rows = await store.reader.$queryRaw<{ stream: bigint; at: bigint; value: number }[]>`
    SELECT r."stream", r."at", r."value" FROM "Reading" r
    WHERE r."at" > ${after} AND r."stream" IN (SELECT e.value FROM json_each(${JSON.stringify(streams)}) e) ORDER BY r."at"`;
  return rows.map((r) => ({ stream: Number(r.stream), at: Number(r.at), value: r.value }));
}
