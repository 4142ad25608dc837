"use client";

import { useTranslations } from "next-intl";
import { useMemo, useState } from "react";
import { useLive } from "@/components/live/use-live";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import type { Place } from "@/lib/base/geo";
import type { Unit } from "@/lib/contract/incident";
import { distanceText, type UnitChoice, type UnitReason, unitChoices } from "./unit-choices";
import { useName } from "./use-name";
import { useUnitType } from "./use-unit-type";

const FIRST = 6;

type UnitPickerProps = {
  agencyId: string;
  place: Place;
  /** The word on each button. */
  action: string;
  busy: boolean;
  onPick: (unit: Unit) => void;
};

/** Units of an agency, free and near first, each with its distance, its state and why it stands there. */
export function UnitPicker({ agencyId, place, action, busy, onPick }: UnitPickerProps) {
  const t = useTranslations("incident.ask");
  const units = useLive((city) => city.units);
  const [all, setAll] = useState(false);
  const { lat, lon } = place;
  const choices = useMemo(() => unitChoices(units.values(), agencyId, { lat, lon }), [units, agencyId, lat, lon]);
  if (choices.length === 0) return <p className="text-sm text-muted">{t("noUnits")}</p>;
  const shown = all ? choices : choices.slice(0, FIRST);
  return (
    <div className="space-y-1.5">
      <ul className="divide-y divide-line rounded-md border border-line" data-units>
        {shown.map((choice) => (
          <UnitRow key={choice.unit.id} choice={choice} action={action} busy={busy} onPick={onPick} />
        ))}
      </ul>
      {shown.length < choices.length && (
        <Button variant="ghost" size="sm" onClick={() => setAll(true)}>
          {t("more", { count: choices.length - shown.length })}
        </Button>
      )}
    </div>
  );
}

/** The reasons that say more than the badge beside them. */
const told: ReadonlySet<UnitReason> = new Set(["nearest-free", "busy-nearer"]);

type UnitRowProps = { choice: UnitChoice; action: string; busy: boolean; onPick: (unit: Unit) => void };

function UnitRow({ choice, action, busy, onPick }: UnitRowProps) {
  const t = useTranslations("incident.ask");
  const name = useName();
  const type = useUnitType();
  const { unit, free, reason } = choice;
  const distance = distanceText(choice.distanceM);
  return (
    <li className="flex items-center gap-2 px-2.5 py-1.5 text-sm" data-unit={unit.id}>
      <div className="min-w-0 flex-1">
        <p className="font-medium">{name(unit)}</p>
        <p className="text-xs text-muted">
          {type(unit.type)}
          {told.has(reason) && ` · ${t(`reason.${reason}`)}`}
        </p>
      </div>
      <span className="shrink-0 text-right">
        <span className="block text-sm font-semibold">{distance}</span>
        <Badge tone={free ? "ok" : "caution"}>{t(free ? "free" : "busy")}</Badge>
      </span>
      <Button
        variant={free ? "primary" : "secondary"}
        aria-label={`${action}: ${t("askUnitLabel", { unit: name(unit), distance })}`}
        busy={busy}
        onClick={() => onPick(unit)}
      >
        {action}
      </Button>
    </li>
  );
}
