"use client";

import { useLocale, useTranslations } from "next-intl";
import { useMemo } from "react";
import { useLive } from "@/components/live/use-live";
import { EmptyState } from "@/components/ui/empty-state";
import { LoadingState } from "@/components/ui/loading-state";
import { SeverityBadge } from "@/components/ui/severity";
import type { Locale } from "@/lib/base/localized";
import type { Incident } from "@/lib/contract/incident";
import { hazardNames } from "@/lib/contract/level";
import { Age } from "../signs/age";
import { isOpen } from "./assignment-steps";
import { openIncidents } from "./incident-order";
import { UndoneSign } from "./undone-sign";

type IncidentListProps = { selectedId?: string | null; onSelect: (incidentId: string) => void };

/** Open incidents, worst first; the first thing of each is what has not happened, and for how long. */
export function IncidentList({ selectedId, onSelect }: IncidentListProps) {
  const t = useTranslations("incident.list");
  const incidents = useLive((city) => city.incidents);
  const open = useMemo(() => openIncidents(incidents.values()), [incidents]);
  const heard = useLive((city) => city.city !== null);
  if (!heard) return <LoadingState />;
  if (open.length === 0) return <EmptyState title={t("empty")} text={t("emptyHint")} />;
  return (
    <ul aria-label={t("title")} className="divide-y divide-line">
      {open.map((incident) => (
        <Row key={incident.id} incident={incident} selected={incident.id === selectedId} onSelect={onSelect} />
      ))}
    </ul>
  );
}

type RowProps = { incident: Incident; selected: boolean; onSelect: (incidentId: string) => void };

function Row({ incident, selected, onSelect }: RowProps) {
  const t = useTranslations("incident.list");
  const locale = useLocale() as Locale;
  const asked = incident.assignments.filter(isOpen).length;
  return (
    <li>
      <button
        type="button"
        data-incident={incident.id}
        aria-current={selected || undefined}
        onClick={() => onSelect(incident.id)}
        className="block w-full space-y-1 px-3 py-2.5 text-left hover:bg-raised aria-current:bg-raised"
      >
        <UndoneSign incident={incident} />
        <span className="flex items-center justify-between gap-2 text-xs text-muted">
          <SeverityBadge level={incident.level} solid />
          <Age at={incident.openedAt} everyMs={5000} />
        </span>
        <span className="block text-sm font-semibold">{incident.title}</span>
        <span className="flex flex-wrap items-center gap-x-2 text-xs text-muted">
          {hazardNames[incident.hazard][locale]} · {asked > 0 ? t("assignments", { count: asked }) : t("noAssignments")}
        </span>
      </button>
    </li>
  );
}
