"use client";

import { MapPinOff } from "lucide-react";
import { useTranslations } from "next-intl";
import type { Assignment } from "@/lib/contract/incident";
import { distanceText } from "./distance-text";

/** That a unit which reported its arrival was somewhere else then, and how far: as loud as a missed deadline. */
export function FarSign({ assignment: { farM } }: { assignment: Assignment }) {
  const t = useTranslations("incident.far");
  if (farM === null) return null;
  return (
    <p
      data-far={farM}
      className="flex items-center gap-2 rounded-md bg-level-4 px-2.5 py-1.5 font-semibold text-on-level-4 text-sm"
    >
      <MapPinOff size={18} aria-hidden className="shrink-0" />
      {t("sign", { distance: distanceText(farM) })}
    </p>
  );
}
