import { Agency } from "../../contract/agency";
import type { Agency as Row } from "../generated/client";

export function agencyOfRow({ id, nameKo, nameEn, phone, kind, panel, zones, hazards, codes }: Row): Agency {
  const lists = { zones: JSON.parse(zones), hazards: JSON.parse(hazards), codes: JSON.parse(codes) };
  return Agency.parse({ id, name: { ko: nameKo, en: nameEn }, phone, kind, panel, ...lists });
}

/** Its columns, without the id. */
export function agencyColumns({ name, phone, kind, panel, zones, hazards, codes }: Agency) {
  const lists = { zones: JSON.stringify(zones), hazards: JSON.stringify(hazards), codes: JSON.stringify(codes) };
  return { nameKo: name.ko, nameEn: name.en, phone, kind, panel, ...lists };
}
