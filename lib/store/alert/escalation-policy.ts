import { EscalationPolicy, firstPolicy } from "../../contract/escalation";
import type { Tx } from "../open";
import { putSetting } from "../setting/settings";

const KEY = "escalation-policy";

/** What happens when nobody acknowledges: as the admin set it, or as every city starts. */
export async function readEscalationPolicy(db: Tx): Promise<EscalationPolicy> {
  const row = await db.setting.findUnique({ where: { key: KEY } });
  return row ? EscalationPolicy.parse(JSON.parse(row.value)) : firstPolicy;
}

export async function putEscalationPolicy(tx: Tx, policy: EscalationPolicy): Promise<void> {
  await putSetting(tx, KEY, JSON.stringify(policy));
}
