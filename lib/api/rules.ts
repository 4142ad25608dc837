import { Failure } from "../base/failure";
import type { Rule, RuleBody } from "../contract/rule";
import { type Actor, displayName } from "../guard/actor";
import { listRules } from "../store/rule/list-rules";
import { putRule } from "../store/rule/put-rule";
import { ruleVersions } from "../store/rule/rule-versions";
import type { Handlers } from "./asked";
import { checkRule } from "./check-rule";
import type { ApiContext } from "./context";
import { found, record } from "./record";

type Names = "listRules" | "listRuleVersions" | "addRule" | "changeRule";

export function ruleHandlers(context: ApiContext): Pick<Handlers, Names> {
  const { store } = context;
  return {
    listRules: async () => ({ rules: await listRules(store) }),
    listRuleVersions: async ({ params: { id } }) => {
      const versions = await ruleVersions(store.reader, id);
      return { versions: found(versions.length > 0 ? versions : null, "rule", id) };
    },
    addRule: async ({ body, actor }) => {
      await checkRule(context, body.rule);
      return newVersion(context, actor, body.id, body.rule, 0);
    },
    changeRule: async ({ params: { id }, body, actor }) => {
      await checkRule(context, body.rule);
      return newVersion(context, actor, id, body.rule, body.version);
    },
  };
}

/** One more version of a rule after `known`, the version that the admin saw; 0: the rule is new. */
async function newVersion(context: ApiContext, actor: Actor, id: string, body: RuleBody, known: number): Promise<Rule> {
  const { store, clock } = context;
  const rule: Rule = { ...body, id, version: known + 1, createdAt: clock.now(), createdBy: displayName(actor) };
  await store.write(async (tx) => {
    const newest = (await ruleVersions(tx, id))[0];
    if (known > 0) found(newest, "rule", id);
    const before = newest?.version ?? 0;
    if (before !== known) throw stale(id, before, known);
    await putRule(tx, rule);
    const detail = { version: rule.version, ...changes(newest, body) };
    await record(tx, context, actor, {
      action: known === 0 ? "rule.add" : "rule.change",
      subject: `rule:${id}`,
      detail,
    });
  });
  await context.changed({ rules: [rule] });
  return rule;
}

function stale(id: string, newest: number, known: number): Failure {
  if (known === 0)
    return new Failure("conflict", `Rule "${id}" exists already. Choose another id, or change that rule.`);
  const sentence = `Somebody changed this rule meanwhile: version ${newest} is the newest, yours is ${known}. Load it again.`;
  return new Failure("conflict", sentence, { newest });
}

/** What differs between two versions: before and after. */
function changes(before: Rule | undefined, after: RuleBody): Record<string, unknown> {
  if (!before) return { rule: after };
  const keys = (Object.keys(after) as (keyof RuleBody)[]).filter(
    (k) => JSON.stringify(before[k]) !== JSON.stringify(after[k]),
  );
  return Object.fromEntries(keys.map((key) => [key, { before: before[key], after: after[key] }]));
}
