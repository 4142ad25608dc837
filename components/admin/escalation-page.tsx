"use client";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import type { Locale } from "@/lib/base/localized";
import type { EscalationPolicy } from "@/lib/contract/escalation";
import { type Level, levels } from "@/lib/contract/level";
import { draftOf, policyOf } from "./escalation-draft";
import { EscalationSteps, type Target } from "./escalation-steps";
import { FailureNote } from "./failure-note";
import { LoadState } from "./load-state";
import { PageHead } from "./page-head";
import { ResponsePart } from "./response-part";
import { useCity, useDeed } from "./use-city";

/** What happens when nobody acknowledges an alert, by level: the admin sets it. */
export function EscalationPage() {
  const t = useTranslations("admin.escalation");
  const policy = useCity("getEscalationPolicy", {});
  return (
    <>
      <PageHead title={t("title")} lead={t("lead")} />
      <LoadState of={policy} />
      {policy.data && (
        <PolicyForm key={JSON.stringify(policy.data)} before={policy.data} onSaved={() => void policy.refresh()} />
      )}
      <ResponsePart />
    </>
  );
}

function useTargets(): Target[] {
  const t = useTranslations("admin.escalation");
  const locale = useLocale() as Locale;
  const agencies = useCity("listAgencies", {}).data?.agencies ?? [];
  const own = [
    { value: "desk", label: t("desk") },
    { value: "lead", label: t("lead_") },
  ];
  return [...own, ...agencies.map((a) => ({ value: `agency:${a.id}`, label: a.name[locale] }))];
}

function PolicyForm({ before, onSaved }: { before: EscalationPolicy; onSaved(): void }) {
  const t = useTranslations("admin.escalation");
  const [draft, setDraft] = useState(() => draftOf(before));
  const [faulty, setFaulty] = useState<Level[]>([]);
  const [saved, setSaved] = useState(false);
  const targets = useTargets();
  const save = useDeed("putEscalationPolicy");
  const submit = async () => {
    const written = policyOf(draft);
    setFaulty("faulty" in written ? written.faulty : []);
    if ("faulty" in written) return;
    const answer = await save.run({ body: { before, policy: written.policy } });
    setSaved(answer !== null);
    if (answer) onSaved();
  };
  return (
    <form
      className="flex max-w-3xl flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      {levels.toReversed().map((level) => (
        <EscalationSteps
          key={level}
          level={level}
          steps={draft[level]}
          faulty={faulty.includes(level)}
          targets={targets}
          onChange={(steps) => {
            setSaved(false);
            setDraft({ ...draft, [level]: steps });
          }}
        />
      ))}
      {save.failure && <FailureNote failure={save.failure} />}
      {saved && (
        <Notice tone="ok" live="polite">
          {t("saved")}
        </Notice>
      )}
      <div className="flex gap-2">
        <Button type="submit" variant="primary" disabled={save.busy}>
          {t("save")}
        </Button>
        <Button type="button" onClick={() => setDraft(draftOf(before))}>
          {t("undo")}
        </Button>
      </div>
    </form>
  );
}
