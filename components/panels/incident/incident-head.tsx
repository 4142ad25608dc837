"use client";

import { MapPin } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { useLive } from "@/components/live/use-live";
import { ReportLink } from "@/components/report/report-link";
import { Badge } from "@/components/ui/badge";
import { SeverityBadge } from "@/components/ui/severity";
import type { Locale } from "@/lib/base/localized";
import type { Incident } from "@/lib/contract/incident";
import { hazardNames } from "@/lib/contract/level";
import { Age, Moment } from "../signs/age";
import { worstAlert } from "./worst-alert";

/** What stands under an incident's title: how bad, what, whether it still runs, where and since when. */
export function IncidentHead({ incident }: { incident: Incident }) {
  const t = useTranslations("incident.panel");
  const locale = useLocale() as Locale;
  const open = incident.state === "open";
  return (
    <div className="mt-1.5 space-y-1.5">
      <p className="flex flex-wrap items-center gap-1.5">
        <SeverityBadge level={incident.level} solid={open} />
        <Badge>{hazardNames[incident.hazard][locale]}</Badge>
        <Badge tone={open ? "accent" : "neutral"}>{t(`state.${incident.state}`)}</Badge>
        <ReportLink incidentId={incident.id} />
      </p>
      <p className="flex flex-wrap gap-x-2 text-xs text-muted">
        <span>
          {t("since")} <Moment at={incident.openedAt} />
          {open && (
            <>
              {" ("}
              <Age at={incident.openedAt} />
              {")"}
            </>
          )}
        </span>
        <span>
          {t("openedBy")} {incident.openedBy}
        </span>
      </p>
      <IncidentPlace incident={incident} />
      {incident.closedAt !== null && (
        <p className="text-sm">
          <span className="text-muted">{t("closedAt")}</span> <Moment at={incident.closedAt} /> {incident.closedBy}
          {incident.cause && (
            <span className="block">
              <span className="text-muted">{t("cause")}</span> {incident.cause}
            </span>
          )}
        </p>
      )}
    </div>
  );
}

/** Where it is, in words (the worst alert's device and zone) and in degrees, for a radio call or another map. */
export function IncidentPlace({ incident }: { incident: Incident }) {
  const t = useTranslations("incident.panel");
  const locale = useLocale() as Locale;
  const alert = useLive((city) => worstAlert(incident.alertIds.flatMap((id) => city.alerts.get(id) ?? [])));
  const zone = useLive((city) => (alert ? city.zones.get(alert.zone) : undefined));
  const words = [alert?.deviceName, zone?.name[locale]].filter(Boolean).join(" · ");
  return (
    <p className="flex gap-1 text-xs text-muted">
      <MapPin size={14} aria-hidden className="mt-px shrink-0" />
      <span className="sr-only">{t("place")}</span>
      <span>
        {words && <span className="text-ink">{words} </span>}
        {incident.lat.toFixed(5)}, {incident.lon.toFixed(5)}
      </span>
    </p>
  );
}
