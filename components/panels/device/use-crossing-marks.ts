"use client";

import { useMemo } from "react";
import type { Forecast } from "@/lib/contract/forecast";
import { useZone } from "../signs/age";
import { clockText } from "../signs/city-time";
import type { ChartMark } from "./chart-marks";

/** A crossing that is less likely than this is told in words, not drawn. */
export const LIKELY = 0.5;

type Crossing = Omit<Forecast["crossings"][number], "ruleId">;

/** When levels are expected to be reached, as a chart draws it; the time beside it only where there is one: two would lie on each other. */
export function useCrossingMarks(crossings: readonly Crossing[] | undefined): ChartMark[] {
  const zone = useZone();
  return useMemo(
    () =>
      (crossings ?? [])
        .filter(({ probability }) => probability >= LIKELY)
        .map(({ level, threshold, from, expectedAt, to }, _, { length }) => ({
          ...{ level, value: threshold, from, at: expectedAt, to },
          label: length > 1 ? "" : clockText(expectedAt, zone).slice(0, 5),
        })),
    [crossings, zone],
  );
}
