"use client";

import { Check, Eye, EyeOff, Siren } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useLive } from "@/components/live/use-live";
import type { Locale } from "@/lib/base/localized";
import type { Alert } from "@/lib/contract/alert";
import type { AlertFinding } from "@/lib/contract/finding";
import { hazardNames, levelNames } from "@/lib/contract/level";
import { useAlertWords } from "../alert-queue/alert-words";
import { ForecastLine, ForecastMark } from "../alert-queue/forecast-line";
import { Moment } from "../signs/age";
import { LevelWord } from "../signs/level-mark";
import { AlertAccount } from "./alert-account";

export type AlertCardActions = {
  acknowledge(id: string): void;
  openIncident(id: string): void;
  showIncident(id: string): void;
  publish(id: string, published: boolean): void;
  find(id: string, finding: AlertFinding): void;
  showDevice(id: string): void;
};

type AlertCardProps = { alert: Alert; selected: boolean; readOnly: boolean; actions: AlertCardActions };

/** One alert with its story and what can be done about it. */
export function AlertCard({ alert, selected, readOnly, actions }: AlertCardProps) {
  const locale = useLocale() as Locale;
  const words = useAlertWords(alert);
  return (
    <li
      className={`rounded-md border p-2.5 text-sm ${alert.forecast ? "border-dashed" : ""} ${selected ? "border-accent bg-raised" : "border-line"}`}
    >
      <p className="flex items-center justify-between gap-2">
        <span className="flex items-center gap-1.5 text-xs">
          {alert.forecast && <ForecastMark />}
          <LevelWord level={alert.level} outline={alert.state !== "raised" || alert.forecast !== undefined} />
        </span>
        <span className="text-muted text-xs">{hazardNames[alert.hazard][locale]}</span>
      </p>
      <p className="mt-1 font-medium">{alert.ruleName[locale]}</p>
      <p className="text-muted tabular-nums">
        {words.what} <strong className="text-ink">{words.value}</strong> {words.bar && `(${words.bar})`}
      </p>
      {alert.forecast && (
        <p className="mt-1 text-muted text-xs">
          <ForecastLine alert={alert} />
        </p>
      )}
      <Story alert={alert} />
      {!readOnly && <CardActions alert={alert} actions={actions} />}
      {selected && (
        <AlertAccount alert={alert} readOnly={readOnly} find={actions.find} showDevice={actions.showDevice} />
      )}
    </li>
  );
}

function Story({ alert }: { alert: Alert }) {
  const t = useTranslations("desk.alert");
  const locale = useLocale() as Locale;
  const zone = useLive((city) => city.zones.get(alert.zone))?.name[locale] ?? alert.zone;
  const lines: [string, ReactNode][] = [[t("raised"), <Moment key="r" at={alert.raisedAt} />]];
  if (alert.zoneWide) lines.unshift([t("zoneWide"), zone]);
  for (const { from, level, at } of alert.levels ?? []) {
    const word = t(level > from ? "levelRose" : "levelFell", { level: levelNames[level][locale] });
    lines.push([word, <Moment key={at} at={at} />]);
  }
  if (alert.acknowledgedAt !== null) {
    lines.push([
      t("acknowledgedBy", { name: alert.acknowledgedBy ?? "" }),
      <Moment key="a" at={alert.acknowledgedAt} />,
    ]);
  }
  if (alert.clearedAt !== null) lines.push([t("cleared"), <Moment key="c" at={alert.clearedAt} />]);
  return (
    <dl className="mt-1.5 text-muted text-xs">
      {lines.map(([name, at], i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines are only added, and two may say the same
        <div key={i} className="flex justify-between gap-3">
          <dt>{name}</dt>
          <dd>{at}</dd>
        </div>
      ))}
      <div className="flex justify-between gap-3">
        <dt>{t("publicState")}</dt>
        <dd>{t(alert.published ? "publicYes" : "publicNo")}</dd>
      </div>
    </dl>
  );
}

const BUTTON =
  "inline-flex min-h-8 items-center gap-1.5 rounded border border-line px-2.5 text-xs font-medium hover:border-accent hover:text-accent";

function CardActions({ alert, actions }: { alert: Alert; actions: AlertCardActions }) {
  const t = useTranslations("desk.alert");
  const ended = alert.state === "cleared";
  const { incidentId } = alert;
  return (
    <div className="mt-2.5 flex flex-wrap gap-1.5">
      {alert.state === "raised" && (
        <button type="button" className={BUTTON} onClick={() => actions.acknowledge(alert.id)}>
          <Check size={15} aria-hidden="true" /> {t("acknowledge")}
        </button>
      )}
      {incidentId !== null ? (
        <button type="button" className={BUTTON} onClick={() => actions.showIncident(incidentId)}>
          <Siren size={15} aria-hidden="true" /> {t("showIncident")}
        </button>
      ) : (
        !ended && (
          <button type="button" className={BUTTON} onClick={() => actions.openIncident(alert.id)}>
            <Siren size={15} aria-hidden="true" /> {t("openIncident")}
          </button>
        )
      )}
      {!ended && !alert.forecast && (
        <button type="button" className={BUTTON} onClick={() => actions.publish(alert.id, !alert.published)}>
          {alert.published ? <EyeOff size={15} aria-hidden="true" /> : <Eye size={15} aria-hidden="true" />}
          {t(alert.published ? "unpublish" : "publish")}
        </button>
      )}
    </div>
  );
}
