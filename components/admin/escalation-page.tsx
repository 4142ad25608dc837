"use client";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import type { Locale } from "@/lib/base/localized";
import type { EscalationPolicy } from "@/lib/contract/escalation";
import { type Level, levels } from "@/lib/contract/level";
import { draftOf, policyOf } from "./escalation-draft";
import { EscalationSteps, type Target } from "./escalation-steps";
import { LoadState } from "./load-state";
import { PageHead } from "./page-head";
import { PolicyForm } from "./policy-form";
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
        <EscalationForm key={JSON.stringify(policy.data)} before={policy.data} onSaved={() => void policy.refresh()} />
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

function EscalationForm({ before, onSaved }: { before: EscalationPolicy; onSaved(): void }) {
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
    <PolicyForm save={save} saved={saved} onSubmit={() => void submit()} onUndo={() => setDraft(draftOf(before))}>
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
    </PolicyForm>
  );
}
