"use client";

import { CircleOff, Clock, Radio } from "lucide-react";
import { useTranslations } from "next-intl";
import { useCityNow } from "@/components/live/use-city-now";
import { cx } from "@/components/ui/cx";
import type { Unit } from "@/lib/contract/incident";
import { placeState } from "@/lib/contract/position";
import { Age } from "../signs/age";

const looks = {
  fresh: { icon: Radio, tone: "text-ok" },
  late: { icon: Clock, tone: "text-level-2" },
  stale: { icon: CircleOff, tone: "text-faint" },
} as const;

/** How old a unit's place is, in colour, shape and word: what is stale never looks live. */
export function PlaceLabel({ unit }: { unit: Pick<Unit, "positionAt"> }) {
  const t = useTranslations("desk.unit");
  const now = useCityNow(1000);
  const state = placeState(now - unit.positionAt);
  const { icon: Icon, tone } = looks[state];
  return (
    <span data-place={state} className={cx("inline-flex items-center gap-1 whitespace-nowrap text-xs", tone)}>
      <Icon size={12} aria-hidden />
      {t(`place.${state}`)} <Age at={unit.positionAt} />
    </span>
  );
}
