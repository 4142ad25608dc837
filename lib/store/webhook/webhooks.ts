import { NoticeKind } from "../../contract/notice";
import type { Webhook as Row } from "../generated/client";
import type { Store, Tx } from "../open";
import { big, ms } from "../time";

/** A webhook as it is stored, its secrets sealed. `oldUntil` is the wall's clock. */
export type StoredWebhook = {
  agencyId: string;
  url: string;
  secretCipher: string;
  oldCipher: string | null;
  oldUntil: number | null;
  events: NoticeKind[];
};

export async function listWebhooks(store: Store): Promise<StoredWebhook[]> {
  return (await store.reader.webhook.findMany({ orderBy: { agencyId: "asc" } })).map(webhookOf);
}

export async function getWebhook(db: Tx, agencyId: string): Promise<StoredWebhook | null> {
  const row = await db.webhook.findUnique({ where: { agencyId } });
  return row && webhookOf(row);
}

export async function putWebhook(tx: Tx, { agencyId, oldUntil, events, ...rest }: StoredWebhook): Promise<void> {
  const data = { ...rest, oldUntil: oldUntil === null ? null : big(oldUntil), events: JSON.stringify(events) };
  await tx.webhook.upsert({ where: { agencyId }, create: { agencyId, ...data }, update: data });
}

/** False where there was none. */
export async function deleteWebhook(tx: Tx, agencyId: string): Promise<boolean> {
  return (await tx.webhook.deleteMany({ where: { agencyId } })).count > 0;
}

function webhookOf({ oldUntil, events, ...row }: Row): StoredWebhook {
  // a kind that a later version no longer has is nobody's any more
  const kinds = (JSON.parse(events) as string[]).filter((kind) => NoticeKind.safeParse(kind).success);
  return { ...row, oldUntil: ms(oldUntil), events: kinds as NoticeKind[] };
}
