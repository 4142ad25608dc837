"use client";

import { useLocale, useTranslations } from "next-intl";
import { useMemo } from "react";
import { useLive } from "@/components/live/use-live";
import { agencyIcon } from "@/components/map/symbols";
import { KindIcon } from "@/components/ui/kind-icon";
import type { Locale } from "@/lib/base/localized";
import type { Unit } from "@/lib/contract/incident";
import { useUnitType } from "../incident/use-unit-type";
import { PanelEmpty, PanelFrame, PanelSection } from "../signs/panel-frame";
import { PlaceLabel } from "./place-label";

type UnitPanelProps = { unitId: string; showIncident(id: string): void; onClose(): void };

/** One unit: whose it is, where it was last seen, and what it is asked to do. */
export function UnitPanel({ unitId, showIncident, onClose }: UnitPanelProps) {
  const t = useTranslations("desk.unit");
  const locale = useLocale() as Locale;
  const type = useUnitType();
  const unit = useLive((city) => city.units.get(unitId));
  const agency = useLive((city) => (unit ? city.agencies.get(unit.agencyId) : undefined));
  if (!unit) return <PanelEmpty title={t("gone")} text={t("goneHint")} onClose={onClose} />;
  const under = (
    <p className="text-muted text-xs">
      {agency?.name[locale]} · {type(unit.type)} · {t("position")} <PlaceLabel unit={unit} />
    </p>
  );
  return (
    <PanelFrame
      icon={<KindIcon path={agencyIcon(unit.agencyId)} />}
      title={unit.name[locale]}
      under={under}
      onClose={onClose}
    >
      <PanelSection title={t("assignments")}>
        <UnitAssignments unit={unit} showIncident={showIncident} />
      </PanelSection>
    </PanelFrame>
  );
}

function UnitAssignments({ unit, showIncident }: { unit: Unit; showIncident(id: string): void }) {
  const t = useTranslations("desk.unit");
  const incidents = useLive((city) => city.incidents);
  const asked = useMemo(() => {
    const all = [...incidents.values()].flatMap((it) =>
      it.assignments.map((assignment) => ({ assignment, incident: it })),
    );
    return all.filter(({ assignment }) => unit.assignmentIds.includes(assignment.id));
  }, [incidents, unit]);
  if (asked.length === 0) return <p className="text-muted text-sm">{t("free")}</p>;
  return (
    <ul className="flex flex-col gap-2">
      {asked.map(({ assignment, incident }) => (
        <li key={assignment.id} className="flex items-center justify-between gap-2 text-sm">
          <button
            type="button"
            className="min-w-0 truncate text-accent hover:underline"
            onClick={() => showIncident(incident.id)}
          >
            {incident.title}
          </button>
          <span className="shrink-0 text-muted">{t(`state.${assignment.state}`)}</span>
        </li>
      ))}
    </ul>
  );
}
