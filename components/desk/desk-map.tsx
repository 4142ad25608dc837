"use client";

import { Minus, Plus, Scan } from "lucide-react";
import type { Map as MapLibreMap } from "maplibre-gl";
import { useTranslations } from "next-intl";
import { useCallback, useEffect, useMemo } from "react";
import { liveStore } from "@/components/live/live-store";
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
import { type Picked, useMapPicking } from "@/components/map/map-picking";
import { select, useDesk } from "./desk-store";
import { MapTooltip } from "./map-tooltip";
import { placeOf, subjectOf } from "./place-of";

/** What the floating panels cover, in pixels: the middle of the map is the middle of what is left. As the grid of the desk. */
function covered(map: MapLibreMap, detail: boolean) {
  const width = map.getContainer().clientWidth;
  if (width < 700) return { top: 20, bottom: 20, left: 20, right: 20 };
  return { top: 40, bottom: 70, left: 400, right: detail && width >= 1024 ? 440 : 60 };
}
const NEAR_ZOOM = 13.2;
/** Seoul's districts: what the desk starts with. */
export const SEOUL: [number, number, number, number] = [126.78, 37.43, 127.17, 37.69];

/** The live map of the desk with everything that the city knows on it. */
export function DeskMap() {
  const t = useTranslations("desk.map");
  const known = useLive((city) => city.city !== null);
  const styleUrl = useLive((city) => city.city?.mapStyleUrl ?? null);
  const failed = <p className="absolute inset-0 grid place-items-center text-center text-muted">{t("failed")}</p>;
  // the city may bring its own base map: wait for its word, not for a picture that is thrown away
  if (!known) return <p className="absolute inset-0 grid place-items-center text-muted">{t("loading")}</p>;
  return (
    <CityMap label={t("label")} styleUrl={styleUrl} failed={failed}>
      <ZonesLayer />
      <StationsLayer />
      <DevicesLayer />
      <UnitsLayer />
      <IncidentsLayer />
      <AlertsLayer />
      <Pointer />
      <Selected />
      <Camera />
    </CityMap>
  );
}

function Pointer() {
  const onPick = useCallback((picked: Picked | null) => picked && select(picked), []);
  const hover = useMapPicking(onPick);
  return hover && <MapTooltip {...hover} />;
}

function Selected() {
  const { map } = useMapStage();
  const selection = useDesk((desk) => desk.selection);
  const subject = useLive((city) => subjectOf(selection, city));
  const place = useMemo(() => placeOf(subject), [subject]);
  useEffect(() => {
    const there = placeOf(subjectOf(selection, liveStore.getState()));
    if (!there) return;
    const center: [number, number] = [there.lon, there.lat];
    map.easeTo({ center, zoom: Math.max(map.getZoom(), NEAR_ZOOM), padding: covered(map, true), duration: 600 });
  }, [map, selection]);
  return <SelectionLayer place={place} />;
}

/** The first look at the city, and the buttons to come closer, go away and see all of it again. */
function Camera() {
  const t = useTranslations("desk.map");
  const { map } = useMapStage();
  const home = useCallback(
    (duration: number) => map.fitBounds(SEOUL, { padding: covered(map, false), duration }),
    [map],
  );
  useEffect(() => {
    if (!useDesk.getState().selection) home(0);
  }, [home]);
  const buttons = [
    { label: t("zoomIn"), icon: Plus, run: () => map.zoomIn() },
    { label: t("zoomOut"), icon: Minus, run: () => map.zoomOut() },
    { label: t("home"), icon: Scan, run: () => home(500) },
  ];
  return (
    <div className="absolute top-3 left-[24rem] flex max-md:right-3 max-md:left-auto flex-col overflow-hidden rounded-md border border-line bg-panel shadow-panel">
      {buttons.map(({ label, icon: Icon, run }) => (
        <button
          key={label}
          type="button"
          aria-label={label}
          title={label}
          onClick={run}
          className="grid size-9 place-items-center text-muted hover:bg-raised hover:text-ink"
        >
          <Icon size={17} aria-hidden="true" />
        </button>
      ))}
    </div>
  );
}
