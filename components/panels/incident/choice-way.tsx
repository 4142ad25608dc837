"use client";

import { CircleOff } from "lucide-react";
import { useTranslations } from "next-intl";
import { Age } from "@/components/panels/signs/age";
import { PlaceLabel } from "@/components/panels/unit/place-label";
import type { Unit } from "@/lib/contract/incident";
import type { TravelLaw } from "@/lib/contract/travel-law";
import type { UnitChoice } from "@/lib/contract/unit-choice";
import { distanceText } from "./distance-text";

type ChoiceWayProps = { choice: UnitChoice; unit: Unit; law: TravelLaw };

/** By what a unit's time was reckoned: how far, by which rule, when it rolls; and whence the city knows where it is, and since when. */
export function ChoiceWay({ choice, unit, law }: ChoiceWayProps) {
  const t = useTranslations("incident.ask");
  const way = t(`by.${choice.by}`, { distance: distanceText(choice.distanceM), factor: law.detour.value });
  return (
    <>
      <p className="text-xs text-muted" title={sourcesOf(law)}>
        {way} · {t("rolls", { seconds: Math.round(choice.turnoutS) })}
      </p>
      <p className="text-xs text-muted" data-known={choice.knownBy}>
        {choice.knownBy === "position" ? <PlaceLabel unit={unit} /> : <Told choice={choice} knownBy={choice.knownBy} />}
        {choice.unsureM > 0 && <> · {t("unsure", { distance: distanceText(choice.unsureM) })}</>}
      </p>
    </>
  );
}

/** No device says it: a crew did, or it follows from where it belongs. */
function Told({ choice, knownBy }: { choice: UnitChoice; knownBy: "scene" | "station" }) {
  const t = useTranslations("incident.ask");
  return (
    <span className="text-faint">
      <CircleOff size={12} aria-hidden className="mr-1 inline align-[-1px]" />
      {t(`known.${knownBy}`)} <Age at={choice.knownAt} />
    </span>
  );
}

/** Whence the numbers come, as the tool-tip of the time that they make. */
function sourcesOf({ detour, sPerKm, startS }: TravelLaw): string {
  const said = [
    [`× ${detour.value}`, detour.source],
    [`${sPerKm.value} s/km`, sPerKm.source],
    [`+ ${startS.value} s`, startS.source],
  ];
  return said.map(([value, source]) => `${value}: ${source}`).join("\n");
}
