import type { Rule } from "../../contract/rule";
import type { Tx } from "../open";

/** One more version of a rule. The key is rule and version: the same version twice is an error. */
export async function putRule(tx: Tx, rule: Rule): Promise<void> {
  const { id, version, createdAt, createdBy, ...body } = rule;
  const data = { ruleId: id, version, body: JSON.stringify(body), createdAt: BigInt(createdAt), createdBy };
  await tx.ruleVersion.create({ data });
}
