"use client";

import { useEffect } from "react";
import type { MapSymbol } from "./draw-symbol";
import { type MapStage, useMapStage } from "./map-context";

/**
 * Puts drawn images into the style. To be called before `useSource` of the same component, so that the layers find them.
 * `draw` must keep its identity while it draws the same.
 */
export function useImages(draw: (palette: MapStage["palette"]) => readonly (readonly [string, MapSymbol])[]): void {
  const { map, generation, palette } = useMapStage();
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new generation is a new style, without our images
  useEffect(() => {
    for (const [name, { image, pixelRatio }] of draw(palette)) {
      if (map.hasImage(name)) map.removeImage(name);
      map.addImage(name, image, { pixelRatio });
    }
  }, [map, generation, palette, draw]);
}
