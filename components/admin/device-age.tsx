"use client";
import { useCityNow } from "@/components/live/use-city-now";
import { AgeLabel } from "@/components/ui/age-label";

const REDRAW_MS = 5000;

/** An age by the city's clock, kept up to date; nothing until that clock is known. */
export function DeviceAge({ at, className }: { at: number | null; className?: string }) {
  const now = useCityNow(REDRAW_MS);
  if (at !== null && now === 0) return null;
  return <AgeLabel at={at} now={now} className={className} />;
}
