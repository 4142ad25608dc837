import { readFileSync } from "node:fs";
import { z } from "zod";
import { TravelLaw } from "./contract/travel-law";
import { usualLaw } from "./dispatch/pack/travel";

const Own = TravelLaw.partial().strict();

/** The law of travel times: the usual one, with what a city's own file (JSON, TRAVEL_LAW) has of it in its place. Dies with a sentence where that is wrong. */
export function readTravelLaw(file: string | null): TravelLaw {
  if (file === null) return usualLaw;
  try {
    return { ...usualLaw, ...Own.parse(JSON.parse(readFileSync(file, "utf8"))) };
  } catch (error) {
    const why = error instanceof z.ZodError ? z.prettifyError(error) : error instanceof Error ? error.message : error;
    throw new Error(
      `TRAVEL_LAW: ${file} is no law of travel times (lib/contract/travel-law.ts says what it has): ${why}`,
    );
  }
}
