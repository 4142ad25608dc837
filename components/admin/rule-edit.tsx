"use client";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { Panel } from "@/components/ui/panel";
import { TimeLabel } from "@/components/ui/time-label";
import type { Rule } from "@/lib/contract/rule";
import { FailureNote } from "./failure-note";
import { FaultSummary } from "./field";
import { faultsOfFailure } from "./field-errors";
import { LoadState } from "./load-state";
import { RuleBacktest } from "./rule-backtest";
import { RuleChanges } from "./rule-changes";
import { RuleForm } from "./rule-form";
import { RuleHistory } from "./rule-history";
import { RuleScoreLine } from "./rule-score";
import { useCityWords } from "./use-city-words";
import { useRuleEdit } from "./use-rule-edit";

type Edit = { newest: Rule; versions: Rule[]; refresh(): Promise<void> };

export function RuleEdit({ newest, versions, refresh }: Edit) {
  const t = useTranslations("admin");
  const city = useCityWords();
  const edit = useRuleEdit(newest, refresh);
  return (
    <div className="grid items-start gap-4 xl:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
      <Panel level={3} title={t("actions.edit")}>
        <RuleScoreLine ruleId={newest.id} />
        <form noValidate onSubmit={edit.submit} className="flex flex-col gap-6">
          {city.failed && <LoadState of={city.failed} />}
          <RuleForm
            draft={edit.draft}
            faults={{ ...faultsOfFailure(edit.save.failure, "rule."), ...edit.faults }}
            city={city}
            onChange={edit.change}
          />
          <FaultSummary faults={edit.faults} attempt={edit.attempt} />
          {edit.overtaken ? <Overtaken edit={edit} newest={newest} /> : <FailureNote failure={edit.save.failure} />}
          {!edit.overtaken && (
            <div className="flex flex-wrap gap-2">
              <Button type="submit" variant="primary" busy={edit.save.busy}>
                {t("rule.save", { version: edit.base.version + 1 })}
              </Button>
              <Button variant="ghost" onClick={() => edit.take(newest)}>
                {t("actions.cancel")}
              </Button>
            </div>
          )}
        </form>
      </Panel>
      <div className="flex flex-col gap-4">
        <RuleBacktest rule={edit.rule} ruleId={newest.id} />
        <RuleHistory versions={versions} onTake={edit.take} />
      </div>
    </div>
  );
}

/** Somebody else saved meanwhile: what they changed, and the two ways on. */
function Overtaken({ edit, newest }: { edit: ReturnType<typeof useRuleEdit>; newest: Rule }) {
  const t = useTranslations("admin.rule");
  return (
    <Notice tone="caution" live="assertive" title={t("conflictTitle", { version: newest.version })}>
      <p>
        {t.rich("conflictBody", { who: newest.createdBy, at: () => <TimeLabel at={newest.createdAt} style="full" /> })}
      </p>
      <RuleChanges before={edit.base} after={newest} />
      <div className="mt-3 flex flex-wrap gap-2">
        <Button variant="primary" busy={edit.save.busy} onClick={edit.keepMine}>
          {t("keepMine")}
        </Button>
        <Button onClick={() => edit.take(newest)}>{t("takeTheirs")}</Button>
      </div>
    </Notice>
  );
}
