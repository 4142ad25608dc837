"use client";

import { Check, ChevronDown, ChevronRight, Siren } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { memo } from "react";
import { useLive } from "@/components/live/use-live";
import { levelText } from "@/components/ui/severity";
import type { Locale } from "@/lib/base/localized";
import type { Alert } from "@/lib/contract/alert";
import { hazardNames, levelNames } from "@/lib/contract/level";
import { Age, Moment } from "../signs/age";
import { LevelMark } from "../signs/level-mark";
import { useAlertWords } from "./alert-words";
import { EscalationLine } from "./escalation-line";
import { ForecastLine, ForecastMark } from "./forecast-line";

export type RowActions = {
  select(id: string): void;
  check(id: string, checked: boolean): void;
  acknowledge(id: string): void;
  openIncident(...ids: string[]): void;
  /** Opens an incident of all that belongs together and is in none yet, or adds it to theirs. */
  takeGroup(groupId: string): void;
  ungroup(id: string): void;
  showIncident(id: string): void;
};

type AlertRowProps = {
  id: string;
  selected: boolean;
  checked: boolean;
  readOnly: boolean;
  actions: RowActions;
  /** How many more of its group there are in this list; they stand below it where it is `opened`. */
  more: number;
  opened: boolean;
  onToggle(groupId: string): void;
};

/** One alert of the queue. It draws itself again only when this alert changes. */
export const AlertRow = memo(function AlertRow(props: AlertRowProps) {
  const { id, selected, checked, readOnly, actions, more, opened, onToggle } = props;
  const alert = useLive((city) => city.alerts.get(id));
  const t = useTranslations("desk.queue");
  if (!alert) return null;
  const ended = alert.state === "cleared";
  return (
    <li
      data-alert={id}
      className={`group relative border-line border-b px-3 py-2 ${selected ? "bg-raised" : "hover:bg-raised/60"} ${ended ? "opacity-60" : ""}`}
    >
      {selected && <span aria-hidden="true" className="absolute inset-y-0 left-0 w-1 bg-accent" />}
      <div className="flex gap-2.5">
        <div className="flex w-6 flex-col items-center gap-2 pt-0.5">
          <LevelMark level={alert.level} size={20} outline={alert.state !== "raised" || alert.forecast !== undefined} />
          {!readOnly && !ended && alert.incidentId === null && (
            <RowCheck alert={alert} checked={checked} actions={actions} />
          )}
        </div>
        <div className="min-w-0 flex-1">
          <RowText alert={alert} selected={selected} onSelect={() => actions.select(id)} />
          <EscalationLine alert={alert} />
          <RowFoot alert={alert} readOnly={readOnly} actions={actions} grouped={more > 0} />
          {more > 0 && <GroupToggle more={more} opened={opened} onToggle={() => onToggle(alert.groupId)} />}
          {more === 0 && opened && !readOnly && alert.incidentId === null && alert.groupId !== alert.id && (
            <button type="button" className={`relative z-10 ${QUIET}`} onClick={() => actions.ungroup(alert.id)}>
              {t("ungroup")}
            </button>
          )}
        </div>
      </div>
    </li>
  );
});

function RowCheck({ alert, checked, actions }: { alert: Alert; checked: boolean; actions: RowActions }) {
  const t = useTranslations("desk.queue");
  return (
    <label className="relative z-10 grid size-6 cursor-pointer place-items-center">
      <input
        type="checkbox"
        className="size-4 accent-(--color-accent)"
        checked={checked}
        aria-label={t("check", { name: alert.deviceName })}
        onChange={(event) => actions.check(alert.id, event.target.checked)}
      />
    </label>
  );
}

function RowText({ alert, selected, onSelect }: { alert: Alert; selected: boolean; onSelect(): void }) {
  const locale = useLocale() as Locale;
  const zone = useLive((city) => city.zones.get(alert.zone))?.name[locale];
  const words = useAlertWords(alert);
  return (
    <>
      <div className="flex items-baseline justify-between gap-2 text-xs">
        <span className={`font-semibold ${levelText[alert.level]}`}>
          {alert.forecast && <ForecastMark />} {levelNames[alert.level][locale]}{" "}
          <span className="text-muted">· {hazardNames[alert.hazard][locale]}</span>
        </span>
        <span className="shrink-0 text-muted">
          <Age at={alert.raisedAt} everyMs={5000} />
        </span>
      </div>
      <button
        type="button"
        onClick={onSelect}
        aria-current={selected || undefined}
        className="block w-full truncate text-left font-medium text-ink after:absolute after:inset-0 after:content-['']"
      >
        {alert.zoneWide && zone ? zone : alert.deviceName}
      </button>
      <p className="truncate text-muted text-xs tabular-nums">
        {words.what} <strong className="text-ink">{words.value}</strong>
        {words.bar && <span> ({words.bar})</span>}
        {zone && <span> · {alert.zoneWide ? alert.deviceName : zone}</span>}
      </p>
      {alert.forecast && (
        <p className="truncate text-muted text-xs">
          <ForecastLine alert={alert} />
        </p>
      )}
    </>
  );
}

type FootProps = { alert: Alert; readOnly: boolean; actions: RowActions; grouped: boolean };

function RowFoot({ alert, readOnly, actions, grouped }: FootProps) {
  const t = useTranslations("desk.queue");
  return (
    <div className="mt-0.5 flex min-h-7 items-center justify-between gap-2 text-xs">
      <span className="min-w-0 truncate text-muted">
        <RowState alert={alert} />
      </span>
      <span className="relative z-10 flex shrink-0 gap-1.5">
        {!readOnly && alert.state === "raised" && (
          <button type="button" className={SMALL} onClick={() => actions.acknowledge(alert.id)}>
            <Check size={14} aria-hidden="true" />
            {t("acknowledge")}
          </button>
        )}
        {alert.incidentId !== null && (
          <button type="button" className={SMALL} onClick={() => actions.showIncident(alert.incidentId ?? "")}>
            {t("showIncident")}
          </button>
        )}
        {!readOnly && alert.incidentId === null && alert.state !== "cleared" && (
          <button
            type="button"
            className={SMALL}
            onClick={() => (grouped ? actions.takeGroup(alert.groupId) : actions.openIncident(alert.id))}
          >
            <Siren size={14} aria-hidden="true" />
            {t(grouped ? "openGroup" : "openIncident")}
          </button>
        )}
      </span>
    </div>
  );
}

function GroupToggle({ more, opened, onToggle }: { more: number; opened: boolean; onToggle(): void }) {
  const t = useTranslations("desk.queue");
  const Icon = opened ? ChevronDown : ChevronRight;
  return (
    <button
      type="button"
      aria-expanded={opened}
      data-group-more={more}
      onClick={onToggle}
      className={`relative z-10 font-semibold ${QUIET}`}
    >
      <Icon size={14} aria-hidden="true" />
      {t("groupMore", { n: more })}
    </button>
  );
}

const QUIET = "mt-1 inline-flex min-h-6 items-center gap-1 text-accent text-xs hover:underline";
const SMALL =
  "inline-flex min-h-7 items-center gap-1 rounded border border-line bg-panel px-2 font-medium text-ink hover:border-accent hover:text-accent";

function RowState({ alert }: { alert: Alert }) {
  const t = useTranslations("desk.queue");
  if (alert.state === "cleared" && alert.clearedAt !== null) {
    return (
      <>
        {t("ended")} <Moment at={alert.clearedAt} />
      </>
    );
  }
  if (alert.acknowledgedAt !== null) {
    return (
      <>
        {t("seenBy", { name: alert.acknowledgedBy ?? "" })} <Moment at={alert.acknowledgedAt} />
      </>
    );
  }
  return <span className="text-ink">{t("unseen")}</span>;
}
