import type { Agency, Station } from "../../contract/incident";
import type { Store } from "../open";

export async function listAgencies(store: Store): Promise<Agency[]> {
  const rows = await store.reader.agency.findMany({ orderBy: { id: "desc" } });
  return rows.map(({ id, nameKo, nameEn, phone }) => ({ id, name: { ko: nameKo, en: nameEn }, phone }));
}

export async function listStations(store: Store): Promise<Station[]> {
  const rows = await store.reader.station.findMany({ orderBy: { id: "asc" } });
  return rows.map(({ nameKo, nameEn, ...station }) => ({ ...station, name: { ko: nameKo, en: nameEn } }));
}
