import type { Alert } from "../../contract/alert";
import type { Store, Tx } from "../open";
import { readAlerts } from "./read-alerts";

export type AlertFilter = {
  state?: Alert["state"] | undefined;
  device?: string | undefined;
  /** Raised earlier than this, UTC ms. */
  before?: number | undefined;
  /** Only alerts of incidents that this agency was asked to. */
  agencyId?: string | null | undefined;
  limit: number;
};

/** Newest first. */
export async function listAlerts(db: Tx, { state, device, before, agencyId, limit }: AlertFilter): Promise<Alert[]> {
  const rows = await db.alert.findMany({
    where: {
      ...(state && { state }),
      ...(device && { deviceId: device }),
      ...(before !== undefined && { raisedAt: { lt: BigInt(before) } }),
      ...(agencyId && { incident: { assignments: { some: { agencyId } } } }),
    },
    orderBy: [{ raisedAt: "desc" }, { id: "desc" }],
    take: limit,
  });
  return readAlerts(db, rows);
}

/** What the screens start with: every alert that stands, those of open incidents, and the last `ended` that were cleared. */
export async function alertsForScreens(store: Store, ended: number): Promise<Alert[]> {
  const standing = { OR: [{ state: { not: "cleared" } }, { incident: { state: "open" } }] };
  const rows = await store.reader.alert.findMany({ where: standing, orderBy: { raisedAt: "asc" } });
  const last = await store.reader.alert.findMany({
    where: { state: "cleared" },
    orderBy: { clearedAt: "desc" },
    take: ended,
  });
  const known = new Set(rows.map((r) => r.id));
  return readAlerts(store.reader, [...rows, ...last.filter((r) => !known.has(r.id))]);
}
