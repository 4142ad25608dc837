import type { Agency, Station } from "../../contract/incident";
import type { Tx } from "../open";

/** Adds agencies with their stations, or gives those that are there the new names and places. */
export async function putAgencies(tx: Tx, agencies: readonly Agency[], stations: readonly Station[]): Promise<void> {
  for (const { id, name, phone } of agencies) {
    const data = { nameKo: name.ko, nameEn: name.en, phone };
    await tx.agency.upsert({ where: { id }, create: { id, ...data }, update: data });
  }
  for (const { id, name, ...place } of stations) {
    const data = { ...place, nameKo: name.ko, nameEn: name.en };
    await tx.station.upsert({ where: { id }, create: { id, ...data }, update: data });
  }
}
