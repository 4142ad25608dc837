"use client";

import { useTranslations } from "next-intl";
import { useMemo, useState } from "react";
import { useLive } from "@/components/live/use-live";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { LoadingState } from "@/components/ui/loading-state";
import type { Unit } from "@/lib/contract/incident";
import type { TravelLaw } from "@/lib/contract/travel-law";
import type { UnitChoice } from "@/lib/contract/unit-choice";
import { ChoiceWay } from "./choice-way";
import { FailureNote } from "./failure-note";
import { useName } from "./use-name";
import { useUnitChoices } from "./use-unit-choices";
import { useUnitType } from "./use-unit-type";

const FIRST = 6;

type UnitPickerProps = {
  agencyId: string;
  incidentId: string;
  /** The word on each button. */
  action: string;
  busy: boolean;
  onPick: (unit: Unit) => void;
};

type Pickable = { choice: UnitChoice; unit: Unit };

/** Units of an agency in the order to ask them, each with its travel time, its state and why it stands there. */
export function UnitPicker({ agencyId, incidentId, action, busy, onPick }: UnitPickerProps) {
  const t = useTranslations("incident.ask");
  const units = useLive((city) => city.units);
  const { choices: asked, failure, dismiss } = useUnitChoices(incidentId, agencyId);
  const [all, setAll] = useState(false);
  const listed = useMemo(() => pickable(asked?.choices ?? [], units), [asked, units]);
  if (failure && !asked) return <FailureNote failure={failure} situation="ask" onDismiss={dismiss} />;
  if (!asked) return <LoadingState rows={3} />;
  if (listed.length === 0) return <p className="text-sm text-muted">{t("noUnits")}</p>;
  const shown = all ? listed : listed.slice(0, FIRST);
  return (
    <div className="space-y-1.5">
      {asked.fellBack && <p className="text-xs text-level-2">{t("fellBack")}</p>}
      <ul className="divide-y divide-line rounded-md border border-line" data-units>
        {shown.map((it) => (
          <UnitRow key={it.unit.id} {...it} law={asked.law} action={action} busy={busy} onPick={onPick} />
        ))}
      </ul>
      {shown.length < listed.length && (
        <Button variant="ghost" size="sm" onClick={() => setAll(true)}>
          {t("more", { count: listed.length - shown.length })}
        </Button>
      )}
    </div>
  );
}

function pickable(choices: readonly UnitChoice[], units: ReadonlyMap<string, Unit>): Pickable[] {
  return choices.flatMap((choice) => {
    const unit = units.get(choice.unitId);
    return unit ? [{ choice, unit }] : [];
  });
}

type UnitRowProps = Pickable & { law: TravelLaw; action: string; busy: boolean; onPick: (unit: Unit) => void };

function UnitRow({ choice, unit, law, action, busy, onPick }: UnitRowProps) {
  const t = useTranslations("incident.ask");
  const name = useName();
  const type = useUnitType();
  const { free, reason } = choice;
  const travel = t("travel", { minutes: Math.max(1, Math.round(choice.travelS / 60)) });
  return (
    <li className="flex items-center gap-2 px-2.5 py-1.5 text-sm" data-unit={unit.id} data-reason={reason}>
      <div className="min-w-0 flex-1">
        <p className="font-medium">{name(unit)}</p>
        <p className="text-xs text-muted">
          {type(unit.type)} · {t(`reason.${reason}`)}
        </p>
        <ChoiceWay choice={choice} unit={unit} law={law} />
      </div>
      <span className="shrink-0 text-right">
        <span className="block text-sm font-semibold tabular-nums">{travel}</span>
        <Badge tone={free ? "ok" : "caution"}>{t(free ? "free" : "busy")}</Badge>
      </span>
      <Button
        variant={reason === "nearest" || reason === "likely-nearest" ? "primary" : "secondary"}
        aria-label={`${action}: ${t("askUnitLabel", { unit: name(unit), distance: travel })}`}
        busy={busy}
        onClick={() => onPick(unit)}
      >
        {action}
      </Button>
    </li>
  );
}
