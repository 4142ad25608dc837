"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { CamerasPart } from "@/components/cameras/cameras-part";
import { SiteDevices } from "@/components/dispatch/site-devices";
import { AskToGo } from "@/components/panels/incident/ask-to-go";
import { CloseIncident } from "@/components/panels/incident/close-incident";
import { IncidentHead } from "@/components/panels/incident/incident-head";
import { Requests } from "@/components/panels/incident/incident-panel";
import {
  FilesPart,
  MessagesPart,
  NotesPart,
  ProcedurePart,
  TimelinePart,
  useHandles,
} from "@/components/panels/incident/incident-story";
import { PanelSection } from "@/components/panels/signs/panel-frame";
import type { Incident } from "@/lib/contract/incident";
import { Joining } from "./joining";
import { RoomAlerts } from "./room-alerts";
import { RoomMap } from "./room-map";

/** Three columns: where and what it is, who goes, what is to be done and was. Below a wide screen they stand under each other. */
export function RoomBody({ incident }: { incident: Incident }) {
  const t = useTranslations("incident");
  const room = useTranslations("response.room");
  const handles = useHandles(incident);
  return (
    <div
      data-incident={incident.id}
      className="grid min-h-0 flex-1 gap-3 p-3 lg:grid-cols-[minmax(0,1fr)_minmax(0,1.1fr)_minmax(0,1fr)]"
    >
      <Column label={room("place")}>
        <header className="border-line border-b px-4 py-3">
          <h2 className="font-semibold text-lg leading-snug">{incident.title}</h2>
          <IncidentHead incident={incident} />
        </header>
        <div className="relative h-72 border-line border-b">
          <RoomMap incident={incident} />
        </div>
        <PanelSection title={room("devices")}>
          <SiteDevices incident={incident} />
        </PanelSection>
        <CamerasPart incident={incident} />
        <PanelSection title={t("alerts.title")}>
          <RoomAlerts incident={incident} readOnly={!handles} />
        </PanelSection>
      </Column>
      <Column label={room("response")}>
        <PanelSection title={t("requests.title")}>
          <Requests incident={incident} />
        </PanelSection>
        {handles && (
          <PanelSection title={t("ask.title")}>
            <AskToGo incident={incident} />
          </PanelSection>
        )}
        <MessagesPart incident={incident} />
        <PanelSection title={room("joining")}>
          <Joining incident={incident} handles={handles} />
        </PanelSection>
        {handles && (
          <PanelSection title={t("closing.title")}>
            <CloseIncident incident={incident} />
          </PanelSection>
        )}
      </Column>
      <Column label={room("story")}>
        <ProcedurePart incident={incident} />
        <NotesPart incident={incident} />
        <FilesPart incident={incident} />
        <TimelinePart incident={incident} />
      </Column>
    </div>
  );
}

function Column({ label, children }: { label: string; children: ReactNode }) {
  return (
    <section
      aria-label={label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a column that scrolls is reached with the keys
      tabIndex={0}
      className="min-h-0 overflow-y-auto overscroll-contain rounded-panel border border-line bg-panel"
    >
      {children}
    </section>
  );
}
