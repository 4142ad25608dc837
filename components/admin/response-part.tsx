"use client";
import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { Input } from "@/components/ui/input";
import { LateTarget, type ResponsePolicy, ResponseStep } from "@/lib/contract/deadline";
import { type Level, levels } from "@/lib/contract/level";
import { EscalationSteps } from "./escalation-steps";
import { LoadState } from "./load-state";
import { PolicyForm } from "./policy-form";
import { type ResponseDraft, responseDraftOf, responsePolicyOf } from "./response-draft";
import { useCity, useDeed } from "./use-city";

const targetWords = { asked: "asked", desk: "desk", lead: "lead_", next: "next" } as const;

/** By when an agency owes each step of a request, and what happens when it is late, by level: the admin sets it. */
export function ResponsePart() {
  const t = useTranslations("admin.response");
  const policy = useCity("getResponsePolicy", {});
  return (
    <section aria-labelledby="late" className="mt-8">
      <h2 id="late" className="font-semibold text-lg">
        {t("title")}
      </h2>
      <p className="mb-4 max-w-3xl text-muted text-sm">{t("lead")}</p>
      <LoadState of={policy} />
      {policy.data && (
        <ResponseForm key={JSON.stringify(policy.data)} before={policy.data} onSaved={() => void policy.refresh()} />
      )}
    </section>
  );
}

function ResponseForm({ before, onSaved }: { before: ResponsePolicy; onSaved(): void }) {
  const [draft, setDraft] = useState(() => responseDraftOf(before));
  const [faulty, setFaulty] = useState<Level[]>([]);
  const [saved, setSaved] = useState(false);
  const save = useDeed("putResponsePolicy");
  const submit = async () => {
    const written = responsePolicyOf(draft);
    setFaulty("faulty" in written ? written.faulty : []);
    if ("faulty" in written) return;
    const answer = await save.run({ body: { before, policy: written.policy } });
    setSaved(answer !== null);
    if (answer) onSaved();
  };
  const change = (level: Level, part: Partial<ResponseDraft>) => {
    setSaved(false);
    setDraft({ ...draft, [level]: { ...draft[level], ...part } });
  };
  return (
    <PolicyForm
      save={save}
      saved={saved}
      onSubmit={() => void submit()}
      onUndo={() => setDraft(responseDraftOf(before))}
    >
      {levels.toReversed().map((level) => (
        <LevelPart
          key={level}
          level={level}
          draft={draft[level]}
          faulty={faulty.includes(level)}
          onChange={(part) => change(level, part)}
        />
      ))}
    </PolicyForm>
  );
}

type LevelProps = { level: Level; draft: ResponseDraft; faulty: boolean; onChange(part: Partial<ResponseDraft>): void };

function LevelPart({ level, draft, faulty, onChange }: LevelProps) {
  const t = useTranslations("admin.response");
  const targets = LateTarget.options.map((value) => ({ value, label: t(targetWords[value]) }));
  return (
    <EscalationSteps
      level={level}
      steps={draft.late}
      faulty={faulty}
      targets={targets}
      minutes={t("after")}
      fault={t("fault")}
      onChange={(late) => onChange({ late })}
    >
      <div className="mb-3 grid grid-cols-3 gap-2 sm:grid-cols-6">
        {ResponseStep.options.map((step) => (
          <MinutesField
            key={step}
            step={step}
            value={draft.minutes[step]}
            faulty={faulty}
            onChange={(text) => onChange({ minutes: { ...draft.minutes, [step]: text } })}
          />
        ))}
      </div>
    </EscalationSteps>
  );
}

type MinutesProps = { step: ResponseStep; value: string; faulty: boolean; onChange(text: string): void };

function MinutesField({ step, value, faulty, onChange }: MinutesProps) {
  const t = useTranslations("admin.response");
  const id = useId();
  return (
    <div>
      <label htmlFor={id} className="block text-muted text-xs">
        <span aria-hidden>{t(`steps.${step}`)}</span>
        <span className="sr-only">{t("minutes", { step: t(`steps.${step}`) })}</span>
      </label>
      <Input
        id={id}
        inputMode="decimal"
        aria-invalid={faulty || undefined}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    </div>
  );
}
