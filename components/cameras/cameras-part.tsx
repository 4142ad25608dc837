"use client";

import { useTranslations } from "next-intl";
import { useLive } from "@/components/live/use-live";
import { PanelSection } from "@/components/panels/signs/panel-frame";
import type { Incident } from "@/lib/contract/incident";
import { IncidentCameras } from "./incident-cameras";

/** The cameras of an incident under their own heading; nothing where it is closed, and nothing for an admin, who looks at none. */
export function CamerasPart({ incident }: { incident: Incident }) {
  const t = useTranslations("cameras");
  const looks = useLive((city) => city.me !== null && city.me.role !== "admin");
  if (incident.state !== "open" || !looks) return null;
  return (
    <PanelSection title={t("title")}>
      <IncidentCameras key={incident.id} incidentId={incident.id} />
    </PanelSection>
  );
}
