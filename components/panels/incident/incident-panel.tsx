"use client";

import { Maximize2, Siren } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { CamerasPart } from "@/components/cameras/cameras-part";
import { useLive } from "@/components/live/use-live";
import type { Incident } from "@/lib/contract/incident";
import { PanelEmpty, PanelFrame, PanelSection } from "../signs/panel-frame";
import { AskToGo } from "./ask-to-go";
import { AssignmentCard } from "./assignment-card";
import { isOpen } from "./assignment-steps";
import { CloseIncident } from "./close-incident";
import { IncidentHead } from "./incident-head";
import { IncidentStory, useHandles } from "./incident-story";

type IncidentPanelProps = { incidentId: string; onClose: () => void; onDevice?: (id: string) => void };

/**
 * One incident for the operator: what it is, who was asked and how far they are, its story, and what can be done. Who may
 * not handle incidents (the admin) sees it without the buttons. `onDevice` shows a linked alert's device.
 */
export function IncidentPanel({ incidentId, onClose, onDevice }: IncidentPanelProps) {
  const t = useTranslations("incident.panel");
  const room = useTranslations("response.room");
  const incident = useLive((city) => city.incidents.get(incidentId));
  if (!incident) return <PanelEmpty title={t("missing")} text={t("missingHint")} onClose={onClose} />;
  return (
    <PanelFrame
      icon={<Siren size={18} aria-hidden />}
      title={incident.title}
      under={
        <>
          <IncidentHead incident={incident} />
          <Link
            href={`/desk/incidents/${encodeURIComponent(incident.id)}`}
            className="mt-1 inline-flex min-h-6 items-center gap-1 font-semibold text-accent text-sm hover:underline"
          >
            <Maximize2 size={14} aria-hidden /> {room("open")}
          </Link>
        </>
      }
      onClose={onClose}
    >
      <IncidentBody key={incident.id} incident={incident} onDevice={onDevice} />
    </PanelFrame>
  );
}

function IncidentBody({ incident, onDevice }: { incident: Incident; onDevice?: (id: string) => void }) {
  const t = useTranslations("incident");
  const handles = useHandles(incident);
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
      <CamerasPart incident={incident} />
      <IncidentStory incident={incident} onDevice={onDevice} />
      {handles && (
        <PanelSection title={t("closing.title")}>
          <CloseIncident incident={incident} />
        </PanelSection>
      )}
    </div>
  );
}

/** Open requests first, in the order in which they were made; what is over follows, newest first. */
export function Requests({ incident }: { incident: Incident }) {
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
