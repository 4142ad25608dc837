import type { Rule, RuleBody } from "../../contract/rule";
import type { Prisma } from "../generated/client";
import type { Store } from "../open";
import { ms } from "../time";

/** The newest version of every rule. */
export async function listRules(store: Store): Promise<Rule[]> {
  const rows = await store.reader.ruleVersion.findMany({ orderBy: [{ ruleId: "asc" }, { version: "asc" }] });
  return [...new Map(rows.map((row) => [row.ruleId, ruleOf(row)])).values()];
}

export function ruleOf(row: Prisma.RuleVersionGetPayload<object>): Rule {
  const body = JSON.parse(row.body) as RuleBody;
  return { ...body, id: row.ruleId, version: row.version, createdAt: ms(row.createdAt), createdBy: row.createdBy };
}
