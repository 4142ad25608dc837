import type { Agency } from "../../contract/agency";
import type { Tx } from "../open";
import { agencyColumns } from "./agency-row";

/** False where the id is taken. */
export async function addAgency(tx: Tx, agency: Agency): Promise<boolean> {
  if ((await tx.agency.count({ where: { id: agency.id } })) > 0) return false;
  await tx.agency.create({ data: { id: agency.id, ...agencyColumns(agency) } });
  return true;
}

/** False where there is no such agency. */
export async function changeAgency(tx: Tx, agency: Agency): Promise<boolean> {
  return (await tx.agency.updateMany({ where: { id: agency.id }, data: agencyColumns(agency) })).count > 0;
}
