"use client";

import { useTranslations } from "next-intl";
import { useCityNow } from "@/components/live/use-city-now";
import { useLive } from "@/components/live/use-live";
import { distanceM } from "@/lib/base/geo";
import type { Assignment } from "@/lib/contract/incident";
import { placeState } from "@/lib/contract/position";
import { PlaceLabel } from "../unit/place-label";
import { distanceText } from "./distance-text";
import { useName } from "./use-name";
import { useUnitType } from "./use-unit-type";

/** Which unit of another agency goes, how far from the place it is, and how old that is. */
export function JointUnit({ assignment }: { assignment: Assignment }) {
  const t = useTranslations("incident.joint");
  const name = useName();
  const type = useUnitType();
  const now = useCityNow(1000);
  const unit = useLive((city) => (assignment.unitId ? city.units.get(assignment.unitId) : undefined));
  const incident = useLive((city) => city.incidents.get(assignment.incidentId));
  if (!unit || !incident) return null;
  // an old place says nothing about where it is now
  const known = placeState(now - unit.positionAt) !== "stale";
  return (
    <p data-joint-unit={unit.id} className="flex flex-wrap items-center gap-x-2 text-sm">
      <span className="font-medium">{name(unit)}</span>
      <span className="text-muted text-xs">{type(unit.type)}</span>
      {known && (
        <span data-away className="text-xs tabular-nums">
          {t("away", { distance: distanceText(distanceM(unit, incident)) })}
        </span>
      )}
      <PlaceLabel unit={unit} />
    </p>
  );
}
