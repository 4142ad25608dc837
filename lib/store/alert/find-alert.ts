import type { Alert } from "../../contract/alert";
import type { RuleScore } from "../../contract/evidence";
import type { Tx } from "../open";

type Finding = NonNullable<Alert["finding"]>;

/** What a person found at the place; false where the same was said already. */
export async function findAlert(tx: Tx, id: string, finding: Finding): Promise<boolean> {
  const where = { id, OR: [{ finding: null }, { finding: { not: finding.what } }] };
  const data = {
    finding: finding.what,
    foundAt: BigInt(finding.at),
    foundBy: finding.by,
    foundNote: finding.note,
  };
  return (await tx.alert.updateMany({ where, data })).count > 0;
}

/** How many alerts a rule has raised, and what people found of them. */
export async function scoreOf(db: Tx, ruleId: string): Promise<RuleScore> {
  const groups = await db.alert.groupBy({ by: ["finding"], where: { ruleId }, _count: { _all: true } });
  const counted = (finding: string) => groups.find((g) => g.finding === finding)?._count._all ?? 0;
  const raised = groups.reduce((sum, g) => sum + g._count._all, 0);
  return { confirmed: counted("confirmed"), false: counted("false"), raised };
}
