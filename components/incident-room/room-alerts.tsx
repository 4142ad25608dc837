"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useDeskActions } from "@/components/desk/use-desk-actions";
import { AlertAccount } from "@/components/panels/device/alert-account";
import { IncidentAlerts } from "@/components/panels/incident/incident-alerts";
import { Button } from "@/components/ui/button";
import type { Alert } from "@/lib/contract/alert";
import type { Incident } from "@/lib/contract/incident";

/** The incident's alerts, each with what it rests on behind a button. */
export function RoomAlerts({ incident, readOnly }: { incident: Incident; readOnly: boolean }) {
  const router = useRouter();
  const toDevice = (id: string) => router.push(`/desk#device=${encodeURIComponent(id)}`);
  return (
    <IncidentAlerts
      alertIds={incident.alertIds}
      onDevice={toDevice}
      under={(alert) => <Evidence alert={alert} readOnly={readOnly} toDevice={toDevice} />}
    />
  );
}

function Evidence(props: { alert: Alert; readOnly: boolean; toDevice(id: string): void }) {
  const t = useTranslations("response.room");
  const { alert, readOnly, toDevice } = props;
  const [open, setOpen] = useState(false);
  const { find } = useDeskActions();
  return (
    <>
      <Button size="sm" variant="ghost" className="-ml-2.5" aria-expanded={open} onClick={() => setOpen(!open)}>
        {t(open ? "hideEvidence" : "evidence")}
        <span className="sr-only">: {alert.deviceName}</span>
      </Button>
      {open && <AlertAccount alert={alert} readOnly={readOnly} find={find} showDevice={toDevice} />}
    </>
  );
}
