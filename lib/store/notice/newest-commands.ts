import type { Store } from "../open";
import { ms } from "../time";

export type StoredCommand = {
  deviceId: string;
  state: "pending" | "delivered" | "dead";
  order: { kind: string; [more: string]: unknown };
  /** City clock. */
  at: number;
  expiresAt: number | null;
  /** Wall clock. */
  deliveredAt: number | null;
};

/** The newest command of a kind to each of these devices. */
export async function newestCommands(
  store: Store,
  kind: string,
  deviceIds: readonly string[],
): Promise<StoredCommand[]> {
  const receivers = JSON.stringify(deviceIds.map((id) => `device:${id}`));
  const rows = await store.reader.$queryRaw<Row[]>`
    SELECT n."receiver", n."state", n."data", n."at", n."expiresAt", n."deliveredAt" FROM json_each(${receivers}) d
    JOIN "Notice" n ON n."seq" = (SELECT max(m."seq") FROM "Notice" m
      WHERE m."state" IN ('pending', 'delivered', 'dead') AND m."receiver" = d.value AND m."kind" = ${`command.${kind}`})`;
  return rows.map((row) => ({
    deviceId: row.receiver.slice("device:".length),
    state: row.state,
    order: JSON.parse(row.data) as StoredCommand["order"],
    at: ms(row.at),
    expiresAt: ms(row.expiresAt),
    deliveredAt: ms(row.deliveredAt),
  }));
}

type Row = {
  receiver: string;
  state: StoredCommand["state"];
  data: string;
  at: bigint;
  expiresAt: bigint | null;
  deliveredAt: bigint | null;
};
