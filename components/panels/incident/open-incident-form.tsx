"use client";

import { useLocale, useTranslations } from "next-intl";
import { useMemo, useState } from "react";
import { useLive } from "@/components/live/use-live";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import type { Locale } from "@/lib/base/localized";
import { hazardNames, levelNames } from "@/lib/contract/level";
import { openIncident } from "./city-calls";
import { FailureNote } from "./failure-note";
import { IncidentAlerts } from "./incident-alerts";
import { useCommand } from "./use-command";
import { worstAlert } from "./worst-alert";

type OpenIncidentFormProps = { alertIds: readonly string[]; onOpened: (incidentId: string) => void };

/** Opens an incident from alerts: the title is there already, so that one click is enough. */
export function OpenIncidentForm({ alertIds, onOpened }: OpenIncidentFormProps) {
  const t = useTranslations("incident.open");
  const prefilled = usePrefilledTitle(alertIds);
  const [typed, setTyped] = useState<string | null>(null);
  const command = useCommand();
  const title = typed ?? prefilled;
  const submit = () =>
    command.run(async () => {
      const incident = await openIncident([...alertIds], title.trim());
      onOpened(incident.id);
    });
  if (alertIds.length === 0) return <p className="text-sm text-muted">{t("none")}</p>;
  return (
    <form
      className="space-y-3"
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <FailureNote failure={command.failure} situation="open" onDismiss={command.dismiss} />
      <Field label={t("name")} required>
        {(control) => (
          <Input {...control} maxLength={200} value={title} onChange={(event) => setTyped(event.target.value)} />
        )}
      </Field>
      <p className="text-xs text-muted">{t("alerts", { count: alertIds.length })}</p>
      <IncidentAlerts alertIds={alertIds} />
      <Button type="submit" variant="primary" className="w-full" busy={command.busy} disabled={!title.trim()}>
        {t(command.busy ? "submitting" : "submit")}
      </Button>
    </form>
  );
}

/** "Jamsu bridge: Flood, Warning", from the worst of the alerts. */
function usePrefilledTitle(alertIds: readonly string[]): string {
  const t = useTranslations("incident.open");
  const locale = useLocale() as Locale;
  const alerts = useLive((city) => city.alerts);
  return useMemo(() => {
    const worst = worstAlert(alertIds.flatMap((id) => alerts.get(id) ?? []));
    if (!worst) return "";
    const words = { hazard: hazardNames[worst.hazard][locale], level: levelNames[worst.level][locale] };
    return t("prefill", { device: worst.deviceName, ...words });
  }, [alertIds, alerts, locale, t]);
}
