"use client";
import { useTranslations } from "next-intl";
import { type FormEvent, useId, useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Input, Select } from "@/components/ui/input";
import { useToast } from "@/components/ui/toast";
import { NewPerson, Role } from "@/lib/contract/people";
import { AgencyField } from "./agency-field";
import { FailureNote } from "./failure-note";
import { FaultSummary, Field } from "./field";
import { type FieldFaults, fieldFaults } from "./field-errors";
import { FirstPassword } from "./first-password";
import { useAttempts } from "./use-attempts";
import { useDeed } from "./use-city";

const nobody = { name: "", email: "", role: "operator" as Role, agencyId: null as string | null, password: "" };
type PersonDraft = typeof nobody;

export function PersonAdd(props: { open: boolean; onOpenChange(open: boolean): void; onAdded(): Promise<void> }) {
  const t = useTranslations("admin.people");
  return (
    <Dialog open={props.open} onOpenChange={props.onOpenChange} title={t("newTitle")}>
      <AddForm
        onAdded={async () => {
          props.onOpenChange(false);
          await props.onAdded();
        }}
      />
    </Dialog>
  );
}

function AddForm({ onAdded }: { onAdded(): Promise<void> }) {
  const t = useTranslations("admin.people");
  const tell = useToast();
  const add = useDeed("addPerson");
  const [draft, setDraft] = useState<PersonDraft>(nobody);
  const attempts = useAttempts();
  const parsed = NewPerson.safeParse({
    ...draft,
    email: draft.email.trim(),
    agencyId: draft.role === "agency" ? draft.agencyId : null,
  });
  const faults = attempts.attempt === 0 ? {} : faultsOf(draft, parsed.error);
  const id = useId();
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    attempts.tried();
    const added = parsed.success && !lacksAgency(draft) && (await add.run({ body: parsed.data }));
    if (!added) return;
    tell({ title: t("added", { name: added.name, email: added.email }), tone: "ok" });
    await onAdded();
  };
  return (
    <form id={id} noValidate onSubmit={submit} className="flex flex-col gap-4">
      <PersonFields draft={draft} faults={faults} onChange={(part) => setDraft((old) => ({ ...old, ...part }))} />
      <FaultSummary faults={faults} attempt={attempts.attempt} />
      <FailureNote failure={add.failure} sentences={{ conflict: "emailTaken" }} />
      <div className="flex justify-end">
        <Button type="submit" variant="primary" busy={add.busy}>
          {t("create")}
        </Button>
      </div>
    </form>
  );
}

const lacksAgency = ({ role, agencyId }: PersonDraft): boolean => role === "agency" && agencyId === null;

function faultsOf(draft: PersonDraft, error: Parameters<typeof fieldFaults>[0] | undefined): FieldFaults {
  return {
    ...(error && fieldFaults(error)),
    ...(lacksAgency(draft) && { agencyId: { key: "choose" as const, values: {} } }),
  };
}

type Fields = { draft: PersonDraft; faults: FieldFaults; onChange(part: Partial<PersonDraft>): void };

function PersonFields({ draft, faults, onChange }: Fields) {
  const t = useTranslations("admin.people");
  return (
    <>
      <Field label={t("name")} fault={faults.name} required>
        {(control) => (
          <Input
            {...control}
            autoComplete="off"
            value={draft.name}
            onChange={(event) => onChange({ name: event.target.value })}
          />
        )}
      </Field>
      <Field label={t("email")} fault={faults.email} required>
        {(control) => (
          <Input
            {...control}
            type="email"
            autoComplete="off"
            value={draft.email}
            onChange={(event) => onChange({ email: event.target.value })}
          />
        )}
      </Field>
      <Field label={t("role")} hint={t(`roleHints.${draft.role}`)} fault={faults.role}>
        {(control) => (
          <Select
            {...control}
            value={draft.role}
            onChange={(event) => onChange({ role: Role.safeParse(event.target.value).data ?? draft.role })}
          >
            {Role.options.map((role) => (
              <option key={role} value={role}>
                {t(`roles.${role}`)}
              </option>
            ))}
          </Select>
        )}
      </Field>
      {draft.role === "agency" && (
        <AgencyField
          agencyId={draft.agencyId}
          fault={faults.agencyId}
          onChange={(agencyId) => onChange({ agencyId })}
        />
      )}
      <FirstPassword
        password={draft.password}
        fault={faults.password}
        onChange={(password) => onChange({ password })}
      />
    </>
  );
}
