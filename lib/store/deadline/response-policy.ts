import { firstResponsePolicy, ResponsePolicy } from "../../contract/deadline";
import type { Tx } from "../open";
import { putSetting } from "../setting/settings";

const KEY = "response-policy";

/** By when steps are owed and what happens when they are late: as the admin set it, or as every city starts. */
export async function readResponsePolicy(db: Tx): Promise<ResponsePolicy> {
  const row = await db.setting.findUnique({ where: { key: KEY } });
  return row ? ResponsePolicy.parse(JSON.parse(row.value)) : firstResponsePolicy;
}

export async function putResponsePolicy(tx: Tx, policy: ResponsePolicy): Promise<void> {
  await putSetting(tx, KEY, JSON.stringify(policy));
}
