"use client";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";
import { Panel } from "@/components/ui/panel";
import { useToast } from "@/components/ui/toast";
import { PrivacyContact } from "@/lib/contract/privacy";
import { FailureNote } from "./failure-note";
import { FaultSummary, Field } from "./field";
import { fieldFaults } from "./field-errors";
import { LoadState } from "./load-state";
import { useAttempts } from "./use-attempts";
import { useCity, useDeed } from "./use-city";

const nobody: PrivacyContact = { office: { ko: "", en: "" }, phone: "", email: "" };

/** Whom citizens ask about pictures of themselves, as the transparency page tells it. */
export function PrivacyContactForm() {
  const t = useTranslations("privacy.contact");
  const said = useCity("getPrivacyContact", {});
  return (
    <Panel title={t("title")} level={3} className="mt-6 max-w-xl">
      <p className="mb-3 text-sm text-muted">{t("lead")}</p>
      <LoadState of={said} />
      {said.data && <Form before={said.data.contact ?? nobody} />}
    </Panel>
  );
}

function Form({ before }: { before: PrivacyContact }) {
  const t = useTranslations("privacy.contact");
  const done = useTranslations("admin.actions");
  const tell = useToast();
  const put = useDeed("putPrivacyContact");
  const [draft, setDraft] = useState(before);
  const attempts = useAttempts();
  const parsed = PrivacyContact.safeParse(draft);
  const faults = attempts.attempt > 0 && !parsed.success ? fieldFaults(parsed.error) : {};
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    attempts.tried();
    if (parsed.success && (await put.run({ body: parsed.data }))) tell({ title: done("saved"), tone: "ok" });
  };
  const { office } = draft;
  const lines = [
    ["office.ko", t("officeKo"), office.ko, (ko: string) => ({ office: { ...office, ko } })],
    ["office.en", t("officeEn"), office.en, (en: string) => ({ office: { ...office, en } })],
    ["phone", t("phone"), draft.phone, (phone: string) => ({ phone })],
    ["email", t("email"), draft.email, (email: string) => ({ email })],
  ] as const;
  return (
    <form noValidate onSubmit={submit} className="flex flex-col gap-4">
      {lines.map(([path, label, value, part]) => (
        <Field key={path} label={label} fault={faults[path]} required={path.startsWith("office")}>
          {(control) => (
            <Input
              {...control}
              autoComplete="off"
              value={value}
              onChange={({ target }) => setDraft((old) => ({ ...old, ...part(target.value) }))}
            />
          )}
        </Field>
      ))}
      <FaultSummary faults={faults} attempt={attempts.attempt} />
      <FailureNote failure={put.failure} />
      <div className="flex justify-end">
        <Button type="submit" variant="primary" busy={put.busy}>
          {t("save")}
        </Button>
      </div>
    </form>
  );
}
