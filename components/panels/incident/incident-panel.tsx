"use client";

import { Siren } from "lucide-react";
import { useTranslations } from "next-intl";
import { useLive } from "@/components/live/use-live";
import type { Incident } from "@/lib/contract/incident";
import { PanelEmpty, PanelFrame, PanelSection } from "../signs/panel-frame";
import { AskToGo } from "./ask-to-go";
import { AssignmentCard } from "./assignment-card";
import { isOpen } from "./assignment-steps";
import { CloseIncident } from "./close-incident";
import { IncidentAlerts } from "./incident-alerts";
import { IncidentHead } from "./incident-head";
import { IncidentTimeline } from "./incident-timeline";
import { Messages } from "./messages";
import { NoteForm } from "./note-form";

type IncidentPanelProps = { incidentId: string; onClose: () => void; onDevice?: (id: string) => void };

/**
 * One incident for the operator: what it is, who was asked and how far they are, its story, and what can be done. Who may
 * not handle incidents (the admin) sees it without the buttons. `onDevice` shows a linked alert's device.
 */
export function IncidentPanel({ incidentId, onClose, onDevice }: IncidentPanelProps) {
  const t = useTranslations("incident.panel");
  const incident = useLive((city) => city.incidents.get(incidentId));
  if (!incident) return <PanelEmpty title={t("missing")} text={t("missingHint")} onClose={onClose} />;
  return (
    <PanelFrame
      icon={<Siren size={18} aria-hidden />}
      title={incident.title}
      under={<IncidentHead incident={incident} />}
      onClose={onClose}
    >
      <IncidentBody key={incident.id} incident={incident} onDevice={onDevice} />
    </PanelFrame>
  );
}

function IncidentBody({ incident, onDevice }: { incident: Incident; onDevice?: (id: string) => void }) {
  const t = useTranslations("incident");
  const handles = useLive((city) => city.me?.role === "operator") && incident.state === "open";
  // nobody writes into the past
  const writes = useLive((city) => city.me !== null) && incident.state === "open";
  return (
    <div data-incident={incident.id}>
      <PanelSection title={t("requests.title")}>
        <Requests incident={incident} />
      </PanelSection>
      {handles && (
        <PanelSection title={t("ask.title")}>
          <AskToGo incident={incident} />
        </PanelSection>
      )}
      <PanelSection title={t("messages.title")}>
        <Messages incident={incident} />
      </PanelSection>
      <PanelSection title={t("alerts.title")}>
        <IncidentAlerts alertIds={incident.alertIds} onDevice={onDevice} />
      </PanelSection>
      {writes && (
        <PanelSection title={t("notes.title")}>
          <NoteForm incidentId={incident.id} />
        </PanelSection>
      )}
      <PanelSection title={`${t("timeline.title")} (${t("timeline.order")})`}>
        <IncidentTimeline timeline={incident.timeline} />
      </PanelSection>
      {handles && (
        <PanelSection title={t("closing.title")}>
          <CloseIncident incident={incident} />
        </PanelSection>
      )}
    </div>
  );
}

/** Open requests first, in the order in which they were made; what is over follows, newest first. */
function Requests({ incident }: { incident: Incident }) {
  const t = useTranslations("incident.requests");
  if (incident.assignments.length === 0) {
    return (
      <p className="text-sm">
        {t("none")} {incident.state === "open" && <span className="text-muted">{t("noneHint")}</span>}
      </p>
    );
  }
  const open = incident.assignments.filter(isOpen);
  const over = incident.assignments.filter((it) => !isOpen(it)).reverse();
  return (
    <ul className="space-y-2">
      {[...open, ...over].map((assignment) => (
        <AssignmentCard key={assignment.id} assignment={assignment} />
      ))}
    </ul>
  );
}
