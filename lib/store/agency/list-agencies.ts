import type { Agency } from "../../contract/agency";
import type { Station } from "../../contract/incident";
import type { Store, Tx } from "../open";
import { agencyOfRow } from "./agency-row";

/** Police and fire first, then by id: the order in which the screens list them. */
export async function listAgencies(store: { reader: Pick<Tx, "agency"> }): Promise<Agency[]> {
  const rows = await store.reader.agency.findMany({ orderBy: { id: "asc" } });
  const rank = ({ kind }: Agency) => ["police", "fire"].indexOf(kind) >>> 0;
  return rows.map(agencyOfRow).sort((a, b) => rank(a) - rank(b));
}

export async function getAgency(db: Tx, id: string): Promise<Agency | null> {
  const row = await db.agency.findUnique({ where: { id } });
  return row && agencyOfRow(row);
}

export async function listStations(store: Store): Promise<Station[]> {
  const rows = await store.reader.station.findMany({ orderBy: { id: "asc" } });
  return rows.map(({ nameKo, nameEn, ...station }) => ({ ...station, name: { ko: nameKo, en: nameEn } }));
}
