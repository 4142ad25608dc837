import type { Kind } from "../../kinds/kind";
import type { Store } from "../open";

/** Every stream with its newest reading; a stream that its device's kind has and the table not yet is added first. */
export async function loadStreams(store: Store, kinds: ReadonlyMap<string, Kind>): Promise<StoredStream[]> {
  const wanted = [...kinds.values()].flatMap((k) => k.streams.map((s) => [k.id, s.name]));
  const missing = await store.reader.$queryRaw<{ n: bigint }[]>`
    SELECT count(*) AS n FROM json_each(${JSON.stringify(wanted)}) e JOIN "Device" d ON d."kind" = e.value->>0
    LEFT JOIN "Stream" s ON s."deviceId" = d."id" AND s."name" = e.value->>1 WHERE s."id" IS NULL`;
  if (Number(missing[0]?.n ?? 0) > 0) await addMissing(store, wanted);
  const rows = await store.reader.$queryRaw<Row[]>`
    SELECT s."id", s."deviceId", s."name", l."at", l."value", l."since", d."believedAt", d."believed" FROM "Stream" s
    LEFT JOIN "Latest" l ON l."stream" = s."id" LEFT JOIN "Doubt" d ON d."stream" = l."stream" AND d."at" = l."at"`;
  return rows.map(({ id, deviceId, name, at, value, since, believedAt, believed }) => ({
    ...{ id: Number(id), deviceId, name, value },
    at: at === null ? null : Number(at),
    since: since === null ? null : Number(since),
    believed: believedAt === null || believed === null ? null : { at: Number(believedAt), value: believed },
  }));
}

type Row = { id: bigint; deviceId: string; name: string } & {
  [K in "at" | "since" | "believedAt"]: bigint | null;
} & { [K in "value" | "believed"]: number | null };

/** A stream with its newest reading, since when it says that value, and, where that one is doubted, what was believed before it. */
export type StoredStream = {
  id: number;
  deviceId: string;
  name: string;
  at: number | null;
  value: number | null;
  since: number | null;
  believed: { at: number; value: number } | null;
};

async function addMissing(store: Store, wanted: string[][]): Promise<void> {
  await store.batch((w) => [
    w.$executeRaw`INSERT INTO "Stream"("deviceId","name")
      SELECT d."id", e.value->>1 FROM json_each(${JSON.stringify(wanted)}) e JOIN "Device" d ON d."kind" = e.value->>0 WHERE true
      ON CONFLICT("deviceId","name") DO NOTHING`,
  ]);
}
