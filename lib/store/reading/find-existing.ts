import type { Store } from "../open";

/** Which of these [at, stream] are stored already, as `at/stream`. */
export async function findExisting(store: Store, keys: [at: number, stream: number][]): Promise<Set<string>> {
  const rows = await store.reader.$queryRaw<{ key: string }[]>`
    SELECT r."at" || '/' || r."stream" AS "key" FROM json_each(${JSON.stringify(keys)}) e
    JOIN "Reading" r ON r."at" = e.value->>0 AND r."stream" = e.value->>1`;
  return new Set(rows.map((r) => r.key));
}
