"use client";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { useCityNow } from "@/components/live/use-city-now";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";
import { Panel } from "@/components/ui/panel";
import { useToast } from "@/components/ui/toast";
import { Slug } from "@/lib/contract/common";
import { FailureNote } from "./failure-note";
import { FaultSummary, Field } from "./field";
import { type FieldFaults, faultsOfFailure, fieldFaults } from "./field-errors";
import { LoadState } from "./load-state";
import { PageHead } from "./page-head";
import { RuleBacktest } from "./rule-backtest";
import { checkDraft, draftOf, emptyDraft, type RuleDraft } from "./rule-draft";
import { RuleForm } from "./rule-form";
import { useAttempts } from "./use-attempts";
import { useCity, useDeed } from "./use-city";
import { useCityWords } from "./use-city-words";

/** A rule of the city's own, from nothing or from a rule that is there (`copyOf`, its id). */
export function RuleAdd({ copyOf }: { copyOf: string | null }) {
  return copyOf === null ? <RuleNew from={null} /> : <RuleCopy of={copyOf} />;
}

/** The form filled with another rule's newest version: it is the city's own now, so neither official nor in force. */
function RuleCopy({ of }: { of: string }) {
  const answer = useCity("listRuleVersions", { params: { id: of } });
  const rule = answer.data?.versions[0];
  if (!rule) return <LoadState of={answer} />;
  return <RuleNew from={{ ...draftOf(rule), official: false, enabled: false }} />;
}

function RuleNew({ from }: { from: RuleDraft | null }) {
  const t = useTranslations("admin");
  const tell = useToast();
  const router = useRouter();
  const city = useCityWords();
  const add = useDeed("addRule");
  const now = useCityNow(60_000);
  const [id, setId] = useState("");
  const [typed, setDraft] = useState<RuleDraft>(() => from ?? emptyDraft(""));
  const attempts = useAttempts();
  // a new rule holds from today, by the city's clock, unless somebody says otherwise
  const draft = { ...typed, effectiveFrom: typed.effectiveFrom || (now ? dayOf(now) : "") };
  const slug = Slug.safeParse(id.trim());
  const checked = checkDraft(draft);
  const idFaults = slug.success ? null : { id: fieldFaults(slug.error)[""] };
  const faults: FieldFaults = attempts.attempt > 0 ? { ...checked.faults, ...idFaults } : {};
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    attempts.tried();
    if (!checked.rule || !slug.success) return;
    if (!(await add.run({ body: { id: slug.data, rule: checked.rule } }))) return;
    tell({ title: t("actions.saved"), tone: "ok" });
    router.push(`/admin/rules/${encodeURIComponent(slug.data)}`);
  };
  return (
    <>
      <PageHead title={t("rule.newTitle")} crumbs={[{ href: "/admin/rules", label: t("nav.rules") }]} />
      <Panel level={3} title={t("rule.newTitle")} className="max-w-4xl">
        <form noValidate onSubmit={submit} className="flex flex-col gap-6">
          {city.failed && <LoadState of={city.failed} />}
          <Field label={t("rule.id")} hint={t("rule.idHint")} fault={faults.id} required>
            {(control) => (
              <Input {...control} autoComplete="off" value={id} onChange={(event) => setId(event.target.value)} />
            )}
          </Field>
          <RuleForm
            draft={draft}
            faults={{ ...faultsOfFailure(add.failure, "rule."), ...faults }}
            city={city}
            onChange={(change) => setDraft((old) => ({ ...old, ...change }))}
          />
          <FaultSummary faults={faults} attempt={attempts.attempt} />
          <FailureNote failure={add.failure} sentences={{ conflict: "ruleTaken" }} />
          <div>
            <Button type="submit" variant="primary" busy={add.busy}>
              {t("rule.create")}
            </Button>
          </div>
        </form>
      </Panel>
      <div className="mt-4 max-w-4xl">
        <RuleBacktest rule={checked.rule} />
      </div>
    </>
  );
}

/** The day in Seoul, as the contract writes it. */
const dayOf = (ms: number): string => new Intl.DateTimeFormat("sv-SE", { timeZone: "Asia/Seoul" }).format(ms);
