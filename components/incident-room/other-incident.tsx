"use client";

import { useLocale, useTranslations } from "next-intl";
import { useMemo } from "react";
import { useLive } from "@/components/live/use-live";
import { distanceText } from "@/components/panels/incident/distance-text";
import { Select } from "@/components/ui/input";
import { distanceM } from "@/lib/base/geo";
import type { Locale } from "@/lib/base/localized";
import type { Incident } from "@/lib/contract/incident";
import { hazardNames } from "@/lib/contract/level";

type Props = { incident: Incident; value: string; onChange(id: string): void };

/** Another open incident, the nearest first: two reports of one thing are seldom far apart. */
export function OtherIncident({ incident, value, onChange }: Props) {
  const t = useTranslations("response.joining");
  const locale = useLocale() as Locale;
  const incidents = useLive((city) => city.incidents);
  const others = useMemo(
    () =>
      [...incidents.values()]
        .filter((it) => it.state === "open" && it.id !== incident.id)
        .map((it) => ({ it, metres: distanceM(it, incident) }))
        .sort((a, b) => a.metres - b.metres || a.it.id.localeCompare(b.it.id)),
    [incidents, incident],
  );
  return (
    <Select
      aria-label={t("other")}
      value={others.some(({ it }) => it.id === value) ? value : ""}
      onChange={(event) => onChange(event.target.value)}
    >
      <option value="">{t(others.length > 0 ? "choose" : "noOther")}</option>
      {others.map(({ it, metres }) => (
        <option key={it.id} value={it.id}>
          {it.title} · {hazardNames[it.hazard][locale]} · {distanceText(metres)}
        </option>
      ))}
    </Select>
  );
}
