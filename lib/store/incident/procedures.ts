import { firstProcedures } from "../../contract/first-procedures";
import { Procedures } from "../../contract/procedure";
import type { Tx } from "../open";
import { putSetting } from "../setting/settings";

const KEY = "procedures";

/** What is to be done by hazard and level: as the admin set it, or as every city starts. */
export async function readProcedures(db: Tx): Promise<Procedures> {
  const row = await db.setting.findUnique({ where: { key: KEY } });
  return row ? Procedures.parse(JSON.parse(row.value)) : firstProcedures;
}

export async function putProcedures(tx: Tx, procedures: Procedures): Promise<void> {
  await putSetting(tx, KEY, JSON.stringify(procedures));
}
