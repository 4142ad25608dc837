"use client";

import type { Map as MapLibreMap } from "maplibre-gl";
import { useCallback, useEffect, useMemo } from "react";
import { board, liveStore } from "@/components/live/live-store";
import { useLive } from "@/components/live/use-live";
import { isPresent } from "@/components/ui/state-label";
import type { LinkState } from "@/lib/contract/device";
import { useMapStage } from "../map-context";
import type { MapPalette } from "../map-palette";
import { kindSymbol, silentSymbol } from "../symbols";
import { useImages } from "../use-images";
import { useMapFont } from "../use-map-font";
import { collection, pointFeature, sourceOf, useSource } from "../use-source";
import { deviceLayers, deviceNames, symbolZoom } from "./device-paint";

const SOURCE = sourceOf("devices");

/** Every device in service. Where it stands is data; how its line is doing goes from the delta to the map past React. */
export function DevicesLayer() {
  const { palette } = useMapStage();
  const font = useMapFont();
  const kinds = useLive((city) => city.kinds);
  const devices = useLive((city) => city.devices);
  useImages(
    useCallback(
      (colours: MapPalette) => [
        ["silent", silentSymbol(colours)] as const,
        ...[...kinds.values()].map((kind) => [`kind ${kind.id}`, kindSymbol(kind, colours)] as const),
      ],
      [kinds],
    ),
  );
  const data = useMemo(() => {
    // what moves is on the map as its unit
    const shown = (kind: string) => !kinds.get(kind)?.moves;
    const inService = [...devices.values()].filter((it) => it.retiredAt === null && shown(it.kind));
    return collection(inService.map((it) => pointFeature(it, { id: it.id, kind: it.kind, name: it.name })));
  }, [devices, kinds]);
  // a device more or less is no reason to build the layers anew
  const near = symbolZoom(data.features.length);
  const layers = useMemo(
    () => [...deviceLayers(palette, near), ...(font ? [deviceNames(palette, font)] : [])],
    [palette, near, font],
  );
  useSource("devices", layers, data);
  useLinkState(data);
  return null;
}

/** Pushes each change of a link to its point, nothing else: a reading that changes no link costs a look-up. */
function useLinkState(data: object): void {
  const { map, generation } = useMapStage();
  // biome-ignore lint/correctness/useExhaustiveDependencies: new data or a new style starts with points of no state
  useEffect(() => {
    const shown = new Map<string, LinkState>();
    for (const [id] of board.entries()) push(map, shown, id);
    return board.onChange((changed) => {
      for (const id of changed) push(map, shown, id);
    });
  }, [map, generation, data]);
}

function push(map: MapLibreMap, shown: Map<string, LinkState>, id: string): void {
  const link = linkShown(id);
  if (!link || shown.get(id) === link || !map.getSource(SOURCE)) return;
  shown.set(id, link);
  map.setFeatureState({ source: SOURCE, id }, { link });
}

/** A device that answers without a value that is present does not look live: hollow where it is stale, pale where it is doubtful. */
function linkShown(id: string): LinkState | undefined {
  const pulse = board.of(id);
  const { devices, kinds } = liveStore.getState();
  const main = kinds.get(devices.get(id)?.kind ?? "")?.main ?? "";
  const state = pulse?.values.get(main)?.state ?? "fresh";
  if (!pulse || isPresent(state) || pulse.link === "offline" || pulse.link === "never") return pulse?.link;
  return state === "stale" ? "offline" : "late";
}
