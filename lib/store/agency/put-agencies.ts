import type { Agency } from "../../contract/agency";
import type { Station } from "../../contract/incident";
import type { Tx } from "../open";
import { agencyColumns } from "./agency-row";

/** Adds agencies with their stations, or gives those that are there the new names and places. */
export async function putAgencies(tx: Tx, agencies: readonly Agency[], stations: readonly Station[]): Promise<void> {
  for (const agency of agencies) {
    const [id, data] = [agency.id, agencyColumns(agency)];
    await tx.agency.upsert({ where: { id }, create: { id, ...data }, update: data });
  }
  for (const { id, name, ...place } of stations) {
    const data = { ...place, nameKo: name.ko, nameEn: name.en };
    await tx.station.upsert({ where: { id }, create: { id, ...data }, update: data });
  }
}
