"use client";

import { useMemo } from "react";
import { useMapStage } from "./map-context";

/** As the base map's labels: the first name carries the weight, the browser takes the second. */
const FONT = ["Pretendard Variable SemiBold", "Pretendard Variable", "sans-serif"];

/** The font stack for labels of ours; null on a style with a glyph server, which would be asked for a font it does not have. */
export function useMapFont(): string[] | null {
  const { map, generation } = useMapStage();
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new generation is a new style
  return useMemo(() => (map.getGlyphs() ? null : FONT), [map, generation]);
}
