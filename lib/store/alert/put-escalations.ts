import type { Alert } from "../../contract/alert";
import type { Escalation } from "../../contract/escalation";
import type { Tx } from "../open";

/** Keeps the steps that were taken; false where the alert is acknowledged, over, at another level, or somebody took a step meanwhile. */
export async function putEscalations(
  tx: Tx,
  { id, level, escalations }: Alert,
  after: readonly Escalation[],
): Promise<boolean> {
  const before = escalations ? JSON.stringify(escalations) : null;
  const where = { id, level, state: "raised", escalations: before };
  return (await tx.alert.updateMany({ where, data: { escalations: JSON.stringify(after) } })).count > 0;
}
