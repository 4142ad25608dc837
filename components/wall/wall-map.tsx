"use client";

import { useTranslations } from "next-intl";
import { useEffect, useMemo } from "react";
import { SEOUL } from "@/components/desk/desk-map";
import { useLive } from "@/components/live/use-live";
import { CityMap } from "@/components/map/city-map";
import { AlertsLayer } from "@/components/map/layers/alerts-layer";
import { DevicesLayer } from "@/components/map/layers/devices-layer";
import { IncidentsLayer } from "@/components/map/layers/incidents-layer";
import { SelectionLayer } from "@/components/map/layers/selection-layer";
import { UnitsLayer } from "@/components/map/layers/units-layer";
import { ZonesLayer } from "@/components/map/layers/zones-layer";
import { useMapStage } from "@/components/map/map-context";
import type { WallItem } from "./wall-items";

const NEAR_ZOOM = 14;
const NONE = { top: 0, bottom: 0, left: 0, right: 0 };

/** The map of the wall, which goes where the turn goes. */
export function WallMap({ shown }: { shown: WallItem | null }) {
  const t = useTranslations("desk.map");
  const known = useLive((city) => city.city !== null);
  const styleUrl = useLive((city) => city.city?.mapStyleUrl ?? null);
  const lost = useLive((city) => city.connection.state === "offline" || city.connection.state === "behind");
  const { lat, lon } = shown ?? {};
  const place = useMemo(() => (lat !== undefined && lon !== undefined ? { lat, lon } : null), [lat, lon]);
  if (!known) return <p className="absolute inset-0 grid place-items-center text-3xl text-muted">{t("loading")}</p>;
  return (
    // what is old must not look live
    <div className={`absolute inset-0 ${lost ? "brightness-75 grayscale" : ""}`}>
      <CityMap label={t("label")} styleUrl={styleUrl} failed={<p className="p-8 text-3xl">{t("failed")}</p>}>
        <ZonesLayer />
        <DevicesLayer />
        <SelectionLayer place={place} />
        <UnitsLayer />
        <IncidentsLayer />
        <AlertsLayer />
        <Look lat={lat} lon={lon} />
      </CityMap>
    </div>
  );
}

function Look({ lat, lon }: { lat: number | undefined; lon: number | undefined }) {
  const { map } = useMapStage();
  useEffect(() => {
    if (lat === undefined || lon === undefined) map.fitBounds(SEOUL, { padding: 20, duration: 1500 });
    else map.flyTo({ center: [lon, lat], zoom: NEAR_ZOOM, padding: NONE, duration: 1500 });
  }, [map, lat, lon]);
  return null;
}
