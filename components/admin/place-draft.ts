import type { Place } from "@/lib/base/geo";

/** A place as a form holds it: text, until it is one. */
export type PlaceDraft = { lat: string; lon: string };

export const draftOfPlace = ({ lat, lon }: Place): PlaceDraft => ({ lat: String(lat), lon: String(lon) });

/** The place that the form says; null while it says none on this earth. */
export function placeOf(draft: PlaceDraft): Place | null {
  const place = { lat: degrees(draft.lat), lon: degrees(draft.lon) };
  return Math.abs(place.lat) <= 90 && Math.abs(place.lon) <= 180 ? place : null;
}

/** Number("") is 0, which is a place in the sea. */
export const degrees = (text: string): number => (text.trim() === "" ? Number.NaN : Number(text));
