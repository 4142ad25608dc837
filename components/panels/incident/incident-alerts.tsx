"use client";

import { useLocale, useTranslations } from "next-intl";
import { type ReactNode, useMemo } from "react";
import { useLive } from "@/components/live/use-live";
import { SeverityBadge } from "@/components/ui/severity";
import type { Locale } from "@/lib/base/localized";
import type { Alert } from "@/lib/contract/alert";
import { Moment } from "../signs/age";
import { valueText } from "../signs/value-text";

type IncidentAlertsProps = { alertIds: readonly string[] } & Pick<LinkedProps, "onDevice" | "under">;

/** The alerts of an incident, worst first. `onDevice` shows the device that raised one, where the page can. */
export function IncidentAlerts({ alertIds, onDevice, under }: IncidentAlertsProps) {
  const t = useTranslations("incident.alerts");
  const alerts = useLive((city) => city.alerts);
  const linked = useMemo(
    () =>
      alertIds
        .flatMap((id) => alerts.get(id) ?? [])
        .sort((a, b) => b.level - a.level || a.raisedAt - b.raisedAt || a.id.localeCompare(b.id)),
    [alerts, alertIds],
  );
  const unknown = alertIds.filter((id) => !alerts.has(id));
  if (alertIds.length === 0) return <p className="text-sm text-muted">{t("none")}</p>;
  return (
    <ul className="space-y-2">
      {linked.map((alert) => (
        <LinkedAlert key={alert.id} alert={alert} onDevice={onDevice} under={under} />
      ))}
      {unknown.map((id) => (
        <li key={id} className="text-xs break-all text-muted">
          {t("unknown", { id })}
        </li>
      ))}
    </ul>
  );
}

type LinkedProps = {
  alert: Alert;
  onDevice?: (id: string) => void;
  /** What the page adds below each. */
  under?: (alert: Alert) => ReactNode;
};

function LinkedAlert({ alert, onDevice, under }: LinkedProps) {
  const t = useTranslations("incident.alerts");
  const locale = useLocale() as Locale;
  const stream = useLive((city) => city.kinds.get(alert.kind))?.streams.find((it) => it.name === alert.stream);
  const value = alert.stream && alert.stream !== "silence" ? valueText(stream, alert.value, locale) : null;
  return (
    <li data-alert={alert.id} className="flex items-start gap-2 text-sm">
      <SeverityBadge level={alert.level} solid={alert.state === "raised"} className="mt-0.5" />
      <div className="min-w-0 flex-1">
        <p className="font-medium">
          {onDevice ? (
            <button type="button" className="text-left hover:underline" onClick={() => onDevice(alert.deviceId)}>
              <span className="sr-only">{t("select", { name: "" })}</span>
              {alert.deviceName}
            </button>
          ) : (
            alert.deviceName
          )}
        </p>
        <p className="text-muted">
          {alert.ruleName[locale]}
          {value && <strong className="ml-1.5 font-semibold text-ink">{value}</strong>}
        </p>
        <p className="text-xs text-muted">
          {t("state.raised")} <Moment at={alert.raisedAt} />
          {alert.clearedAt !== null ? (
            <>
              {" · "}
              {t("state.cleared")} <Moment at={alert.clearedAt} />
            </>
          ) : (
            alert.state === "acknowledged" && ` · ${t("state.acknowledged")}`
          )}
        </p>
        {under?.(alert)}
      </div>
    </li>
  );
}
