import type { Store } from "../open";

/** A reading that is stored and not believed, and what its stream said before it. Event times, UTC ms. */
export type StoredDoubt = { stream: number; at: number; believedAt: number };

/** Readings of some streams later than `after` (UTC ms) that are not believed. */
export async function doubtsAfter(
  { reader }: Pick<Store, "reader">,
  streams: readonly number[],
  after: number,
): Promise<StoredDoubt[]> {
  type Row = Record<keyof StoredDoubt, bigint>;
  const rows = await reader.$queryRaw<Row[]>`
    SELECT d."stream", d."at", d."believedAt" FROM json_each(${JSON.stringify(streams)}) e
    JOIN "Doubt" d ON d."stream" = e.value AND d."at" > ${after}`;
  return rows.map(({ stream, at, believedAt }) => {
    return { stream: Number(stream), at: Number(at), believedAt: Number(believedAt) };
  });
}
