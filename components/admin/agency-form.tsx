"use client";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Input } from "@/components/ui/input";
import { useToast } from "@/components/ui/toast";
import { type Agency, NewAgency, plainAgency } from "@/lib/contract/agency";
import { AgencyCodes } from "./agency-codes";
import { AgencyDutyFields } from "./agency-duty-fields";
import { FailureNote } from "./failure-note";
import { FaultSummary, Field } from "./field";
import { fieldFaults } from "./field-errors";
import { useAttempts } from "./use-attempts";
import { useDeed } from "./use-city";

type Props = { open: boolean; agency: Agency | null; onClose(): void; onSaved(): Promise<void> };

/** Adds an agency, or changes the names and phone of one. */
export function AgencyForm({ open, agency, onClose, onSaved }: Props) {
  const t = useTranslations("admin.agencies");
  return (
    <Dialog open={open} onOpenChange={(on) => !on && onClose()} title={t(agency ? "editTitle" : "newTitle")}>
      <Form
        key={agency?.id ?? ""}
        agency={agency}
        onSaved={async () => {
          onClose();
          await onSaved();
        }}
      />
    </Dialog>
  );
}

const nobody: Agency = { ...plainAgency, id: "", name: { ko: "", en: "" }, phone: "" };

function Form({ agency, onSaved }: { agency: Agency | null; onSaved(): Promise<void> }) {
  const t = useTranslations("admin.agencies");
  const done = useTranslations("admin.actions");
  const tell = useToast();
  const [add, change] = [useDeed("addAgency"), useDeed("changeAgency")];
  const [draft, setDraft] = useState(agency ?? nobody);
  const attempts = useAttempts();
  const parsed = NewAgency.safeParse(draft);
  const faults = attempts.attempt > 0 && !parsed.success ? fieldFaults(parsed.error) : {};
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    attempts.tried();
    if (!parsed.success) return;
    const { id, ...body } = parsed.data;
    if (!(await (agency ? change.run({ params: { id }, body }) : add.run({ body: parsed.data })))) return;
    tell({ title: done("saved"), tone: "ok" });
    await onSaved();
  };
  const name = (language: "ko" | "en") => (value: string) =>
    setDraft((old) => ({ ...old, name: { ...old.name, [language]: value } }));
  const line = (label: string, value: string, onChange: (value: string) => void) => ({ label, value, onChange });
  const lines = {
    "name.ko": line(t("nameKo"), draft.name.ko, name("ko")),
    "name.en": line(t("nameEn"), draft.name.en, name("en")),
    phone: line(t("phone"), draft.phone, (phone) => setDraft((old) => ({ ...old, phone }))),
  };
  return (
    <form noValidate onSubmit={submit} className="flex flex-col gap-4">
      {!agency && (
        <Field label={t("id")} hint={t("idHint")} fault={faults.id} required>
          {(control) => (
            <Input
              {...control}
              autoComplete="off"
              value={draft.id}
              onChange={(event) => setDraft((old) => ({ ...old, id: event.target.value.trim() }))}
            />
          )}
        </Field>
      )}
      {Object.entries(lines).map(([path, { label, value, onChange }]) => (
        <Field key={path} label={label} fault={faults[path]} required={path !== "phone"}>
          {(control) => (
            <Input {...control} autoComplete="off" value={value} onChange={(event) => onChange(event.target.value)} />
          )}
        </Field>
      ))}
      <AgencyDutyFields draft={draft} onChange={(part) => setDraft((old) => ({ ...old, ...part }))} />
      <AgencyCodes codes={draft.codes} onChange={(codes) => setDraft((old) => ({ ...old, codes }))} />
      <FaultSummary faults={faults} attempt={attempts.attempt} />
      <FailureNote failure={add.failure ?? change.failure} sentences={{ conflict: "agencyTaken" }} />
      <div className="flex justify-end">
        <Button type="submit" variant="primary" busy={add.busy || change.busy}>
          {t(agency ? "save" : "create")}
        </Button>
      </div>
    </form>
  );
}
