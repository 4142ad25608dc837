"use client";

import { CircleAlert, Hourglass } from "lucide-react";
import { useTranslations } from "next-intl";
import { useCityNow } from "@/components/live/use-city-now";
import { useLive } from "@/components/live/use-live";
import { cx } from "@/components/ui/cx";
import type { Incident } from "@/lib/contract/incident";
import { distanceText } from "./distance-text";
import { undoneOf } from "./undone";
import { useName } from "./use-name";
import { stopwatch } from "./waiting";

/** The worst that has not happened in an incident, and since when: nobody asked, not received, not answered, not there. */
export function UndoneSign({ incident }: { incident: Incident }) {
  const t = useTranslations("incident.undone");
  const now = useCityNow();
  const undone = undoneOf(incident, now);
  const agency = useLive((city) => (undone?.agencyId ? city.agencies.get(undone.agencyId) : undefined));
  const name = useName();
  if (!undone) return null;
  const { missing, agencyId, since, overdueMs, farM } = undone;
  const late = overdueMs !== null;
  const Icon = late ? CircleAlert : Hourglass;
  return (
    <span
      data-undone={missing}
      data-late={late || undefined}
      className={cx(
        "flex items-center gap-1.5 rounded px-1.5 py-0.5 text-sm font-bold",
        late ? "bg-level-4 text-on-level-4" : missing === "asked" ? "text-level-3" : "bg-raised text-ink",
      )}
    >
      <Icon size={15} aria-hidden className="shrink-0" />
      <span className="min-w-0 flex-1">
        {agencyId && `${name(agency, agencyId)} `}
        {missing === "far" ? t("far", { distance: distanceText(farM ?? 0) }) : t(missing)}
      </span>
      <span className="tabular-nums">{stopwatch(now - since)}</span>
    </span>
  );
}
