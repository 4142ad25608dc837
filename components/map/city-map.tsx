"use client";

import "maplibre-gl/dist/maplibre-gl.css";
import { useLocale } from "next-intl";
import { type ReactNode, useEffect, useMemo, useRef, useState } from "react";
import type { Locale } from "@/lib/base/localized";
import { MapContext } from "./map-context";
import { type MapHost, takeMap } from "./map-host";
import { readPalette } from "./map-palette";
import { type MapStyle, styleKey, styleOf } from "./map-style";
import { useTheme } from "./use-theme";

type CityMapProps = {
  /** The map's name for a screen reader. */
  label: string;
  /** The city's own vector style, or null for the one that ships. */
  styleUrl: string | null;
  /** What stands there where the browser cannot draw a map. */
  failed: ReactNode;
  /** Layers: components that draw on the map and return null. */
  children?: ReactNode;
  className?: string;
};

/** The live map. It fills its positioned parent; layers are its children and come once a style is there. */
export function CityMap({ label, styleUrl, failed, children, className }: CityMapProps) {
  const box = useRef<HTMLDivElement>(null);
  const theme = useTheme();
  const locale = useLocale() as Locale;
  const style = useMemo<MapStyle>(() => ({ url: styleUrl, theme, locale }), [styleUrl, theme, locale]);
  const [host, broken] = useHost(box, style, label);
  const generation = useStyle(host, style);
  const ready = useReady(host, generation);
  const stage = useMemo(
    () => (host && generation > 0 ? { map: host.map, generation, palette: readPalette() } : null),
    [host, generation],
  );
  useEffect(() => host?.map.getCanvas().setAttribute("aria-label", label), [host, label]);
  return (
    <div ref={box} className={className ?? "absolute inset-0"} data-map-ready={ready || undefined}>
      {broken && failed}
      {stage && <MapContext value={stage}>{children}</MapContext>}
    </div>
  );
}

/** Takes the one map in, and gives its element back when this page goes. */
function useHost(
  box: React.RefObject<HTMLDivElement | null>,
  style: MapStyle,
  label: string,
): [MapHost | null, boolean] {
  const [host, setHost] = useState<MapHost | null>(null);
  const [broken, setBroken] = useState(false);
  const first = useRef({ style, label });
  useEffect(() => {
    const parent = box.current;
    if (!parent) return;
    let left = false;
    let taken: MapHost | null = null;
    takeMap(parent, first.current.style, first.current.label).then(
      (it) => {
        if (left) return;
        taken = it;
        setHost(it);
      },
      () => !left && setBroken(true),
    );
    return () => {
      left = true;
      if (taken?.element.parentElement === parent) taken.element.remove();
      setHost(null);
    };
  }, [box]);
  return [host, broken];
}

/**
 * Sets the style when it must change; the answer is another number for each style, 0 while there is none. The count only grows:
 * a style that is there before React has drawn its absence must still be a new one.
 */
function useStyle(host: MapHost | null, style: MapStyle): number {
  const [{ count, there }, setState] = useState({ count: 0, there: false });
  useEffect(() => {
    if (!host) return;
    const next = () => setState((before) => ({ count: before.count + 1, there: true }));
    const same = host.styleKey === styleKey(style);
    if (same && host.styled) return next();
    setState((before) => ({ ...before, there: false }));
    host.map.once("style.load", next);
    if (!same) {
      host.styleKey = styleKey(style);
      host.styled = false;
      host.map.setStyle(styleOf(style), { diff: false });
    }
    return () => {
      host.map.off("style.load", next);
    };
  }, [host, style]);
  return there ? count : 0;
}

/** True once everything is drawn: a fact that a test can wait for. */
function useReady(host: MapHost | null, generation: number): boolean {
  const [drawn, setDrawn] = useState(0);
  useEffect(() => {
    if (!host || generation === 0) return;
    const done = () => setDrawn(generation);
    host.map.once("idle", done);
    host.map.triggerRepaint();
    return () => {
      host.map.off("idle", done);
    };
  }, [host, generation]);
  return generation > 0 && drawn === generation;
}
