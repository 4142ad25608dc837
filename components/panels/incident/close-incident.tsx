"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import type { Incident } from "@/lib/contract/incident";
import { isOpen } from "./assignment-steps";
import { closeIncident } from "./city-calls";
import { FailureNote } from "./failure-note";
import { ReasonForm } from "./reason-form";
import { useCommand } from "./use-command";

/** Closes an incident with its cause. While a request is open it says so first, and the city refuses it. */
export function CloseIncident({ incident }: { incident: Incident }) {
  const t = useTranslations("incident");
  const [asking, setAsking] = useState(false);
  const command = useCommand();
  const running = incident.assignments.filter(isOpen).length;
  const submit = async (cause: string) => {
    if (await command.run(() => closeIncident(incident.id, cause))) setAsking(false);
  };
  return (
    <div className="space-y-2">
      <FailureNote failure={command.failure} situation="close" onDismiss={command.dismiss} />
      {asking ? (
        <ReasonForm
          label={t("closing.cause")}
          hint={running > 0 ? t("closing.blocked", { count: running }) : undefined}
          placeholder={t("closing.placeholder")}
          submit={t("closing.submit")}
          back={t("requests.keep")}
          variant="primary"
          busy={command.busy}
          onSubmit={submit}
          onBack={() => setAsking(false)}
        />
      ) : (
        <Button onClick={() => setAsking(true)}>{t("closing.submit")}</Button>
      )}
    </div>
  );
}
