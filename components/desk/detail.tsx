"use client";

import { useLive } from "@/components/live/use-live";
import { DevicePanel } from "@/components/panels/device/device-panel";
import { IncidentPanel } from "@/components/panels/incident/incident-panel";
import { StationPanel } from "@/components/panels/unit/station-panel";
import { UnitPanel } from "@/components/panels/unit/unit-panel";
import { ZonePanel } from "@/components/panels/zone/zone-panel";
import { type Selection, select } from "./desk-store";
import type { DeskActions } from "./use-desk-actions";

type DetailProps = { selection: Selection; readOnly: boolean; actions: DeskActions };

const close = () => select(null);
const showDevice = (id: string) => select({ type: "device", id });

/** The panel of what is selected. An alert shows its device, itself on top. */
export function Detail({ selection, readOnly, actions }: DetailProps) {
  const alert = useLive((city) => (selection.type === "alert" ? city.alerts.get(selection.id) : undefined));
  const { id } = selection;
  switch (selection.type) {
    case "alert":
      return (
        <DevicePanel
          deviceId={alert?.deviceId ?? ""}
          alertId={id}
          readOnly={readOnly}
          actions={actions}
          onClose={close}
        />
      );
    case "device":
      return <DevicePanel deviceId={id} alertId={null} readOnly={readOnly} actions={actions} onClose={close} />;
    case "incident":
      return <IncidentPanel incidentId={id} onClose={close} onDevice={showDevice} />;
    case "unit":
      return <UnitPanel unitId={id} showIncident={actions.showIncident} onClose={close} />;
    case "station":
      return <StationPanel stationId={id} showUnit={(unit) => select({ type: "unit", id: unit })} onClose={close} />;
    case "zone":
      return <ZonePanel zoneId={id} showDevice={showDevice} onClose={close} />;
  }
}
