"use client";

import { useLocale, useTranslations } from "next-intl";
import { useMemo } from "react";
import { useLive } from "@/components/live/use-live";
import { agencyIcon } from "@/components/map/symbols";
import { KindIcon } from "@/components/ui/kind-icon";
import type { Locale } from "@/lib/base/localized";
import { PanelEmpty, PanelFrame, PanelSection } from "../signs/panel-frame";

type StationPanelProps = { stationId: string; showUnit(id: string): void; onClose(): void };

/** One station and its units, the free ones first. */
export function StationPanel({ stationId, showUnit, onClose }: StationPanelProps) {
  const t = useTranslations("desk.unit");
  const locale = useLocale() as Locale;
  const station = useLive((city) => city.stations.get(stationId));
  const agency = useLive((city) => (station ? city.agencies.get(station.agencyId) : undefined));
  const all = useLive((city) => city.units);
  const units = useMemo(
    () =>
      [...all.values()]
        .filter((unit) => unit.stationId === stationId)
        .sort((a, b) => a.assignmentIds.length - b.assignmentIds.length),
    [all, stationId],
  );
  if (!station) return <PanelEmpty title={t("stationGone")} text={t("goneHint")} onClose={onClose} />;
  const icon = <KindIcon path={agencyIcon(station.agencyId)} />;
  const under = <p className="text-muted text-xs">{agency?.name[locale]}</p>;
  return (
    <PanelFrame icon={icon} title={station.name[locale]} under={under} onClose={onClose}>
      <PanelSection title={t("units", { n: units.length })}>
        <ul>
          {units.map((unit) => (
            <li key={unit.id}>
              <button
                type="button"
                onClick={() => showUnit(unit.id)}
                className="flex min-h-8 w-full items-center justify-between gap-2 rounded px-1 text-left text-sm hover:bg-raised"
              >
                <span className="truncate">{unit.name[locale]}</span>
                <span className="text-muted text-xs">{t(unit.assignmentIds.length > 0 ? "busy" : "free")}</span>
              </button>
            </li>
          ))}
        </ul>
        {units.length === 0 && <p className="text-muted text-sm">{t("noUnits")}</p>}
      </PanelSection>
    </PanelFrame>
  );
}
