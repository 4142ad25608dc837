"use client";

import { useTranslations } from "next-intl";
import { useLive } from "@/components/live/use-live";
import type { Incident } from "@/lib/contract/incident";
import { PanelSection } from "../signs/panel-frame";
import { IncidentAlerts } from "./incident-alerts";
import { IncidentFiles } from "./incident-files";
import { IncidentTimeline } from "./incident-timeline";
import { Messages } from "./messages";
import { NoteForm } from "./note-form";
import { ProcedureSteps } from "./procedure-steps";

type PartProps = { incident: Incident };
type AlertsProps = PartProps & { onDevice?: (id: string) => void };

/** Whether this screen may act on an incident as the operator does. */
export function useHandles(incident: Incident): boolean {
  return useLive((city) => city.me?.role === "operator") && incident.state === "open";
}

export function ProcedurePart({ incident }: PartProps) {
  const t = useTranslations("response.procedure");
  const handles = useHandles(incident);
  return (
    <PanelSection title={t("title")}>
      <ProcedureSteps incident={incident} handles={handles} />
    </PanelSection>
  );
}

export function MessagesPart({ incident }: PartProps) {
  const t = useTranslations("incident.messages");
  return (
    <PanelSection title={t("title")}>
      <Messages incident={incident} />
    </PanelSection>
  );
}

export function AlertsPart({ incident, onDevice }: AlertsProps) {
  const t = useTranslations("incident.alerts");
  return (
    <PanelSection title={t("title")}>
      <IncidentAlerts alertIds={incident.alertIds} onDevice={onDevice} />
    </PanelSection>
  );
}

export function NotesPart({ incident }: PartProps) {
  const t = useTranslations("incident.notes");
  // nobody writes into the past
  const writes = useLive((city) => city.me !== null) && incident.state === "open";
  if (!writes) return null;
  return (
    <PanelSection title={t("title")}>
      <NoteForm incidentId={incident.id} />
    </PanelSection>
  );
}

export function FilesPart({ incident }: PartProps) {
  const t = useTranslations("response.files");
  // nobody writes into the past
  const writes = useLive((city) => city.me !== null) && incident.state === "open";
  return (
    <PanelSection title={t("title")}>
      <IncidentFiles incident={incident} writes={writes} />
    </PanelSection>
  );
}

export function TimelinePart({ incident }: PartProps) {
  const t = useTranslations("incident.timeline");
  return (
    <PanelSection title={`${t("title")} (${t("order")})`}>
      <IncidentTimeline timeline={incident.timeline} />
    </PanelSection>
  );
}

/** What every narrow screen of an incident shows below its own part: what is to be done, its alerts, notes and story. */
export function IncidentStory(props: AlertsProps) {
  return (
    <>
      <MessagesPart incident={props.incident} />
      <ProcedurePart incident={props.incident} />
      <AlertsPart {...props} />
      <NotesPart incident={props.incident} />
      <FilesPart incident={props.incident} />
      <TimelinePart incident={props.incident} />
    </>
  );
}
