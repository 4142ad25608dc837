"use client";

import { MapPinOff } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useMemo } from "react";
import { useLive } from "@/components/live/use-live";
import { CityMap } from "@/components/map/city-map";
import { AlertsLayer } from "@/components/map/layers/alerts-layer";
import { DevicesLayer } from "@/components/map/layers/devices-layer";
import { IncidentsLayer } from "@/components/map/layers/incidents-layer";
import { SelectionLayer } from "@/components/map/layers/selection-layer";
import { StationsLayer } from "@/components/map/layers/stations-layer";
import { UnitsLayer } from "@/components/map/layers/units-layer";
import { ZonesLayer } from "@/components/map/layers/zones-layer";
import { useMapStage } from "@/components/map/map-context";
import { EmptyState } from "@/components/ui/empty-state";
import type { Place } from "@/lib/base/geo";
import type { Incident } from "@/lib/contract/incident";

const STREETS_ZOOM = 14;

/** The place of one incident with what stands around it. */
export function RoomMap({ incident }: { incident: Incident }) {
  const t = useTranslations("response.room");
  const known = useLive((city) => city.city !== null);
  const styleUrl = useLive((city) => city.city?.mapStyleUrl ?? null);
  const { lat, lon } = incident;
  const place = useMemo(() => ({ lat, lon }), [lat, lon]);
  if (!known) return null;
  return (
    <CityMap label={t("map")} styleUrl={styleUrl} failed={<EmptyState icon={MapPinOff} title={t("mapFailed")} />}>
      <ZonesLayer />
      <StationsLayer />
      <DevicesLayer />
      <SelectionLayer place={place} />
      <UnitsLayer />
      <IncidentsLayer />
      <AlertsLayer />
      <At place={place} />
    </CityMap>
  );
}

function At({ place }: { place: Place }) {
  const { map } = useMapStage();
  useEffect(() => {
    map.jumpTo({
      center: [place.lon, place.lat],
      zoom: STREETS_ZOOM,
      padding: { top: 0, bottom: 0, left: 0, right: 0 },
    });
  }, [map, place]);
  return null;
}
