"use client";

import { MapPinOff } from "lucide-react";
import { useTranslations } from "next-intl";
import { useCallback, useEffect, useMemo } from "react";
import { useLive } from "@/components/live/use-live";
import { CityMap } from "@/components/map/city-map";
import { AlertsLayer } from "@/components/map/layers/alerts-layer";
import { IncidentsLayer } from "@/components/map/layers/incidents-layer";
import { SelectionLayer } from "@/components/map/layers/selection-layer";
import { StationsLayer } from "@/components/map/layers/stations-layer";
import { UnitsLayer } from "@/components/map/layers/units-layer";
import { ZonesLayer } from "@/components/map/layers/zones-layer";
import { useMapStage } from "@/components/map/map-context";
import { type Picked, useMapPicking } from "@/components/map/map-picking";
import { EmptyState } from "@/components/ui/empty-state";
import type { Place } from "@/lib/base/geo";
import { choose, showUnit } from "./console-store";
import { IncidentDevicesLayer } from "./incident-devices-layer";
import type { Job, Jobs } from "./order-assignments";
import { useConsole } from "./use-console";

const NEAR_ZOOM = 14;

/** The agency's map: its incidents with their devices and alerts, its units and stations. */
export function DispatchMap({ jobs, chosen }: { jobs: Jobs; chosen: Job | undefined }) {
  const t = useTranslations("dispatch.map");
  const styleUrl = useLive((city) => city.city?.mapStyleUrl ?? null);
  const unitId = useConsole((state) => state.shownUnitId);
  const unit = useLive((city) => (unitId ? city.units.get(unitId) : undefined));
  const shown = chosen?.incident ?? unit ?? null;
  const place = useMemo(() => (shown ? { lat: shown.lat, lon: shown.lon } : null), [shown]);
  return (
    <CityMap label={t("label")} styleUrl={styleUrl} failed={<EmptyState icon={MapPinOff} title={t("failed")} />}>
      <ZonesLayer />
      <StationsLayer />
      <IncidentDevicesLayer />
      <SelectionLayer place={place} />
      <UnitsLayer />
      <IncidentsLayer />
      <AlertsLayer />
      <FlyTo id={shown?.id ?? null} place={place} />
      <Picking jobs={jobs} />
    </CityMap>
  );
}

/** Brings what is newly chosen into view; news about it does not move the map again. */
function FlyTo({ id, place }: { id: string | null; place: Place | null }) {
  const { map } = useMapStage();
  // biome-ignore lint/correctness/useExhaustiveDependencies: only another choice moves the map
  useEffect(() => {
    if (!id || !place) return;
    map.flyTo({ center: [place.lon, place.lat], zoom: Math.max(map.getZoom(), NEAR_ZOOM), duration: 900 });
  }, [map, id]);
  return null;
}

/** A click on an incident chooses this agency's newest open request to it, on a unit shows it. */
function Picking({ jobs }: { jobs: Jobs }) {
  const pick = useCallback(
    (picked: Picked | null) => {
      if (picked?.type === "unit") return showUnit(picked.id);
      const job = picked && [...jobs.incoming, ...jobs.running, ...jobs.ended].find((it) => isOf(it, picked));
      if (job) choose(job.assignment.id);
    },
    [jobs],
  );
  useMapPicking(pick);
  return null;
}

function isOf({ incident }: Job, picked: Picked): boolean {
  return picked.type === "incident" ? incident.id === picked.id : incident.alertIds.includes(picked.id);
}
