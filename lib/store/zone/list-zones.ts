import type { Zone } from "../../contract/device";
import type { Zone as Row } from "../generated/client";
import type { Tx } from "../open";

export async function listZones(store: { reader: Pick<Tx, "zone"> }): Promise<Zone[]> {
  return (await store.reader.zone.findMany({ orderBy: { id: "asc" } })).map(zoneOf);
}

function zoneOf(row: Row): Zone {
  return {
    id: row.id,
    purpose: row.purpose as Zone["purpose"],
    name: { ko: row.nameKo, en: row.nameEn },
    geometry: row.geometry === null ? null : (JSON.parse(row.geometry) as Zone["geometry"]),
  };
}
