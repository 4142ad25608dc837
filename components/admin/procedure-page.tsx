"use client";
import { Plus } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Select } from "@/components/ui/input";
import { Notice } from "@/components/ui/notice";
import type { Locale } from "@/lib/base/localized";
import { Hazard, hazardNames } from "@/lib/contract/level";
import type { Procedures } from "@/lib/contract/procedure";
import { FailureNote } from "./failure-note";
import { LoadState } from "./load-state";
import { PageHead } from "./page-head";
import { draftOf, newProcedure, type ProcedureDraft, proceduresOf } from "./procedure-draft";
import { ProcedureFields } from "./procedure-fields";
import { useCity, useDeed } from "./use-city";

/** What is to be done about each hazard: the admin writes it. */
export function ProcedurePage() {
  const t = useTranslations("admin.procedures");
  const known = useCity("getProcedures", {});
  const [saved, setSaved] = useState(false);
  const toldSaved = (done: boolean) => {
    setSaved(done);
    if (done) void known.refresh();
  };
  return (
    <>
      <PageHead title={t("title")} lead={t("lead")} />
      <LoadState of={known} />
      {known.data && <ProcedureForm key={JSON.stringify(known.data)} before={known.data} onSaved={toldSaved} />}
      {saved && (
        <Notice tone="ok" live="polite" className="mt-4 max-w-4xl">
          {t("saved")}
        </Notice>
      )}
    </>
  );
}

/** An id that was not used before. */
const freshId = (() => {
  let made = 0;
  return () => `step-${Date.now().toString(36)}-${++made}`;
})();

function ProcedureForm({ before, onSaved }: { before: Procedures; onSaved(done: boolean): void }) {
  const t = useTranslations("admin.procedures");
  const [drafts, setDrafts] = useState(() => draftOf(before));
  const [hazard, setHazard] = useState<Hazard>("flood");
  const [faulty, setFaulty] = useState<string[]>([]);
  const save = useDeed("putProcedures");
  const shown = drafts.filter((d) => d.hazard === hazard).sort((a, b) => a.level - b.level);
  const change = (key: string, next: ProcedureDraft | null) => {
    onSaved(false);
    setDrafts(drafts.flatMap((d) => (d.key === key ? (next ?? []) : d)));
  };
  const submit = async () => {
    const written = proceduresOf(drafts);
    setFaulty("faulty" in written ? written.faulty : []);
    if ("faulty" in written) {
      const first = drafts.find((d) => written.faulty.includes(d.key));
      if (first) setHazard(first.hazard);
      return;
    }
    const answer = await save.run({ body: { before, procedures: written.procedures } });
    if (answer) onSaved(true);
  };
  return (
    <form
      className="flex max-w-4xl flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <HazardChoice value={hazard} onChange={setHazard} />
      {shown.length === 0 && <p className="text-muted text-sm">{t("none")}</p>}
      {shown.map((draft) => (
        <ProcedureFields
          key={draft.key}
          draft={draft}
          faulty={faulty.includes(draft.key)}
          freshId={freshId}
          onChange={(next) => change(draft.key, next)}
        />
      ))}
      <div>
        <Button
          disabled={shown.length >= 4}
          onClick={() => {
            const added = newProcedure(drafts, hazard, freshId());
            if (added) setDrafts([...drafts, added]);
          }}
        >
          <Plus size={15} aria-hidden /> {t("add")}
        </Button>
      </div>
      {save.failure && <FailureNote failure={save.failure} />}
      <div className="flex gap-2">
        <Button type="submit" variant="primary" busy={save.busy}>
          {t("save")}
        </Button>
        <Button onClick={() => setDrafts(draftOf(before))}>{t("undo")}</Button>
      </div>
    </form>
  );
}

function HazardChoice({ value, onChange }: { value: Hazard; onChange(hazard: Hazard): void }) {
  const t = useTranslations("admin.procedures");
  const locale = useLocale() as Locale;
  return (
    <div className="flex max-w-xs flex-col gap-1 text-sm">
      <span aria-hidden>{t("hazard")}</span>
      <Select aria-label={t("hazard")} value={value} onChange={(event) => onChange(Hazard.parse(event.target.value))}>
        {Hazard.options.map((hazard) => (
          <option key={hazard} value={hazard}>
            {hazardNames[hazard][locale]}
          </option>
        ))}
      </Select>
    </div>
  );
}
