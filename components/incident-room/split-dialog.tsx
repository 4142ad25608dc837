"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { useLive } from "@/components/live/use-live";
import { splitIncident } from "@/components/panels/incident/city-calls";
import { FailureNote } from "@/components/panels/incident/failure-note";
import type { Command } from "@/components/panels/incident/use-command";
import { useName } from "@/components/panels/incident/use-name";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Checkbox } from "@/components/ui/input";
import type { Incident } from "@/lib/contract/incident";
import { roomOf } from "./room-of";

/** Which alerts and requests become an incident of their own. */
export function SplitDialog(props: { incident: Incident; command: Command; onClose(): void }) {
  const t = useTranslations("response.joining");
  const { incident, command, onClose } = props;
  const router = useRouter();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const alertIds = incident.alertIds.filter((id) => chosen.has(id));
  const assignmentIds = incident.assignments.map((a) => a.id).filter((id) => chosen.has(id));
  const possible = alertIds.length > 0 && alertIds.length < incident.alertIds.length;
  const submit = () =>
    command.run(async () => {
      const { other } = await splitIncident(incident.id, { alertIds, assignmentIds });
      router.push(roomOf(other.id));
    });
  const box = (id: string, label: string) => (
    <Checkbox
      key={id}
      label={label}
      checked={chosen.has(id)}
      onChange={(event) => setChosen(toggled(chosen, id, event.target.checked))}
    />
  );
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t("splitTitle")}
      description={t("splitText")}
      footer={
        <Button variant="primary" disabled={!possible} busy={command.busy} onClick={() => void submit()}>
          {t("splitYes")}
        </Button>
      }
    >
      <FailureNote failure={command.failure} situation="join" onDismiss={command.dismiss} />
      <Group title={t("alerts")}>
        <AlertBoxes alertIds={incident.alertIds} box={box} />
      </Group>
      {incident.assignments.length > 0 && (
        <Group title={t("requests")}>
          <RequestBoxes incident={incident} box={box} />
        </Group>
      )}
    </Dialog>
  );
}

type Box = (id: string, label: string) => ReactNode;

function Group({ title, children }: { title: string; children: ReactNode }) {
  return (
    <fieldset className="mt-2">
      <legend className="font-semibold text-sm">{title}</legend>
      {children}
    </fieldset>
  );
}

function AlertBoxes({ alertIds, box }: { alertIds: readonly string[]; box: Box }) {
  const alerts = useLive((city) => city.alerts);
  return alertIds.map((id) => box(id, alerts.get(id)?.deviceName ?? id));
}

function RequestBoxes({ incident, box }: { incident: Incident; box: Box }) {
  const t = useTranslations("incident.state");
  const name = useName();
  const agencies = useLive((city) => city.agencies);
  return incident.assignments.map(({ id, agencyId, state }) =>
    box(id, `${name(agencies.get(agencyId), agencyId)} · ${t(state)}`),
  );
}

function toggled(old: ReadonlySet<string>, id: string, on: boolean): ReadonlySet<string> {
  const next = new Set(old);
  if (on) next.add(id);
  else next.delete(id);
  return next;
}
