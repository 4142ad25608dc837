import type { Zone } from "../../contract/device";
import type { Tx } from "../open";

/** Adds a zone or replaces it. */
export async function putZone(tx: Tx, { id, purpose, name, geometry }: Zone): Promise<void> {
  const data = { purpose, nameKo: name.ko, nameEn: name.en, geometry: geometry && JSON.stringify(geometry) };
  await tx.zone.upsert({ where: { id }, create: { id, ...data }, update: data });
}
