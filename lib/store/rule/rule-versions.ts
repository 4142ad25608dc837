import type { Rule } from "../../contract/rule";
import type { Tx } from "../open";
import { ruleOf } from "./list-rules";

/** Every version of a rule, newest first; empty where there is no such rule. */
export async function ruleVersions(db: Tx, ruleId: string): Promise<Rule[]> {
  return (await db.ruleVersion.findMany({ where: { ruleId }, orderBy: { version: "desc" } })).map(ruleOf);
}
