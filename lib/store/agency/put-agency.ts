import type { Agency } from "../../contract/incident";
import type { Tx } from "../open";

/** False where the id is taken. */
export async function addAgency(tx: Tx, { id, name, phone }: Agency): Promise<boolean> {
  if ((await tx.agency.count({ where: { id } })) > 0) return false;
  await tx.agency.create({ data: { id, nameKo: name.ko, nameEn: name.en, phone } });
  return true;
}

/** False where there is no such agency. */
export async function changeAgency(tx: Tx, { id, name, phone }: Agency): Promise<boolean> {
  const data = { nameKo: name.ko, nameEn: name.en, phone };
  return (await tx.agency.updateMany({ where: { id }, data })).count > 0;
}
