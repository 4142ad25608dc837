"use client";
import { Crosshair } from "lucide-react";
import { useTranslations } from "next-intl";
import { useCallback, useMemo } from "react";
import { useMapStage } from "@/components/map/map-context";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";
import type { Place } from "@/lib/base/geo";
import { AdminMap } from "./admin-map";
import { Field } from "./field";
import type { FieldFaults } from "./field-errors";
import { draftOfPlace, type PlaceDraft, placeOf } from "./place-draft";
import { PlaceLayer, rounded } from "./place-layer";

type Picker = { draft: PlaceDraft; was?: Place; faults: FieldFaults; onChange(draft: PlaceDraft): void };

/** A place by pointer, by keyboard (the map's centre), or by its coordinates. */
export function PlacePicker({ draft, was, faults, onChange }: Picker) {
  const t = useTranslations("admin");
  const place = useMemo(() => placeOf({ lat: draft.lat, lon: draft.lon }), [draft.lat, draft.lon]);
  const pick = useCallback((picked: Place) => onChange(draftOfPlace(picked)), [onChange]);
  return (
    <fieldset className="flex min-w-0 flex-col gap-3">
      <legend className="mb-1 text-sm font-medium">{t("place.legend")}</legend>
      <p className="text-xs text-muted">{t("place.hint")}</p>
      <AdminMap label={t("map.place")}>
        <PlaceLayer place={place} was={was} onPick={pick} />
        <TakeCentre label={t("place.centre")} onPick={pick} />
      </AdminMap>
      <div className="grid grid-cols-2 gap-3">
        {(["lat", "lon"] as const).map((axis) => (
          <Field key={axis} label={t(`place.${axis}`)} fault={faults[axis]} required>
            {(control) => (
              <Input
                {...control}
                inputMode="decimal"
                value={draft[axis]}
                onChange={(event) => onChange({ lat: draft.lat, lon: draft.lon, [axis]: event.target.value })}
              />
            )}
          </Field>
        ))}
      </div>
    </fieldset>
  );
}

/** For those without a pointer: arrow keys move the map, this takes where it stands. */
function TakeCentre({ label, onPick }: { label: string; onPick(place: Place): void }) {
  const { map } = useMapStage();
  const take = () => {
    const { lat, lng } = map.getCenter();
    onPick(rounded({ lat, lon: lng }));
  };
  return (
    <Button size="sm" className="absolute right-2 bottom-2 z-10" onClick={take}>
      <Crosshair size={14} aria-hidden />
      {label}
    </Button>
  );
}
