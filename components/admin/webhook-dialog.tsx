"use client";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Input } from "@/components/ui/input";
import { useToast } from "@/components/ui/toast";
import { type NoticeKind, WebhookBody } from "@/lib/contract/notice";
import type { AgencyRow } from "./agency-table";
import { FailureNote } from "./failure-note";
import { FaultSummary, Field } from "./field";
import { faultsOfFailure, fieldFaults } from "./field-errors";
import { SecretOnce } from "./secret-once";
import { useAttempts } from "./use-attempts";
import { useDeed } from "./use-city";
import { useLocalized } from "./use-localized";
import { usualEvents, WebhookEvents } from "./webhook-events";
import { WebhookTools } from "./webhook-tools";

type Props = { open: boolean; agency: AgencyRow | null; onClose(): void; onChanged(): Promise<void> };

/** Where an agency without our panel is told, and of what. */
export function WebhookDialog({ open, agency, onClose, onChanged }: Props) {
  const t = useTranslations("admin.agencies");
  const words = useLocalized();
  const [secret, setSecret] = useState<string | null>(null);
  const close = () => {
    // a secret that nobody has stored is not closed away by a slip
    if (secret === null) onClose();
  };
  if (!agency) return null;
  return (
    <Dialog
      open={open}
      onOpenChange={(on) => !on && close()}
      title={t("webhookOf", { name: words(agency.name) })}
      description={t("webhookLead")}
      size="lg"
    >
      {secret !== null ? (
        <SecretOnce
          title={t("secretTitle")}
          warning={t("secretWarning")}
          label={t("secretField")}
          secret={secret}
          onStored={() => setSecret(null)}
        />
      ) : (
        <div className="flex flex-col gap-5">
          <Form key={agency.id} agency={agency} onSecret={setSecret} onChanged={onChanged} />
          {agency.webhook && (
            <WebhookTools webhook={agency.webhook} onSecret={setSecret} onChanged={onChanged} onGone={onClose} />
          )}
        </div>
      )}
    </Dialog>
  );
}

type FormProps = { agency: AgencyRow; onSecret(secret: string): void; onChanged(): Promise<void> };

function Form({ agency, onSecret, onChanged }: FormProps) {
  const t = useTranslations("admin.agencies");
  const done = useTranslations("admin.actions");
  const tell = useToast();
  const save = useDeed("putWebhook");
  const [url, setUrl] = useState(agency.webhook?.url ?? "");
  const [events, setEvents] = useState<readonly NoticeKind[]>(agency.webhook?.events ?? usualEvents);
  const attempts = useAttempts();
  const parsed = WebhookBody.safeParse({ url: url.trim(), events });
  const own = attempts.attempt > 0 && !parsed.success ? fieldFaults(parsed.error) : {};
  const faults = { ...faultsOfFailure(save.failure, ""), ...own };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    attempts.tried();
    const saved = parsed.success && (await save.run({ params: { id: agency.id }, body: parsed.data }));
    if (!saved) return;
    tell({ title: done("saved"), tone: "ok" });
    if (saved.secret !== null) onSecret(saved.secret);
    await onChanged();
  };
  return (
    <form noValidate onSubmit={submit} className="flex flex-col gap-4">
      <Field label={t("url")} hint={t("urlHint")} fault={faults.url && { key: "webAddress", values: {} }} required>
        {(control) => (
          <Input
            {...control}
            type="url"
            inputMode="url"
            autoComplete="off"
            placeholder="https://"
            value={url}
            onChange={(event) => {
              setUrl(event.target.value);
              save.forget();
            }}
          />
        )}
      </Field>
      <WebhookEvents chosen={events} onChange={setEvents} fault={faults.events} />
      <FaultSummary faults={own} attempt={attempts.attempt} />
      <FailureNote failure={save.failure} />
      <div className="flex justify-end">
        <Button type="submit" variant="primary" busy={save.busy}>
          {t(agency.webhook ? "save" : "connect")}
        </Button>
      </div>
    </form>
  );
}
