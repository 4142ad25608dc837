"use client";

import { ChevronDown, ChevronUp } from "lucide-react";
import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { useLive } from "@/components/live/use-live";
import { agencyIcon } from "@/components/map/symbols";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";
import { KindIcon } from "@/components/ui/kind-icon";
import type { Agency, Incident, Unit } from "@/lib/contract/incident";
import { isOpen } from "./assignment-steps";
import { askToGo } from "./city-calls";
import { FailureNote } from "./failure-note";
import { UnitPicker } from "./unit-picker";
import { useCommand } from "./use-command";
import { useName } from "./use-name";

/** Asks an agency with one click, or one of its units with two. */
export function AskToGo({ incident }: { incident: Incident }) {
  const t = useTranslations("incident.ask");
  const name = useName();
  const [asked, setAsked] = useState("");
  const agencies = useLive((city) => city.agencies);
  const [note, setNote] = useState("");
  const command = useCommand();
  const noteId = useId();
  const ask = async (agency: Agency, unit?: Unit) => {
    setAsked("");
    const request = { agencyId: agency.id, unitId: unit?.id, note: note.trim() || undefined };
    if (!(await command.run(() => askToGo(incident.id, request)))) return;
    setNote("");
    setAsked(t("asked", { name: name(unit ?? agency) }));
  };
  return (
    <div className="space-y-3">
      <FailureNote failure={command.failure} situation="ask" onDismiss={command.dismiss} />
      <div className="space-y-2">
        {[...agencies.values()].map((agency) => (
          <AskAgency key={agency.id} agency={agency} incident={incident} busy={command.busy} onAsk={ask} />
        ))}
      </div>
      <p role="status" className="min-h-5 text-sm font-medium text-ok">
        {asked}
      </p>
      <div>
        <label htmlFor={noteId} className="mb-1 block text-xs text-muted">
          {t("note")}
        </label>
        <Input
          id={noteId}
          value={note}
          maxLength={2000}
          placeholder={t("notePlaceholder")}
          onChange={(event) => setNote(event.target.value)}
        />
      </div>
    </div>
  );
}

/** To the first agency that can be asked. */
export function focusAsk(): void {
  document.querySelector<HTMLElement>("[data-ask]:not(:disabled)")?.focus();
}

type AskAgencyProps = {
  agency: Agency;
  incident: Incident;
  busy: boolean;
  onAsk: (agency: Agency, unit?: Unit) => void;
};

function AskAgency({ agency, incident, busy, onAsk }: AskAgencyProps) {
  const t = useTranslations("incident.ask");
  const name = useName();
  const [open, setOpen] = useState(false);
  const id = useId();
  const short = t.has(`agency.${agency.id}`) ? t(`agency.${agency.id}`) : name(agency);
  const asked = incident.assignments.filter((it) => it.agencyId === agency.id && isOpen(it)).length;
  return (
    <div>
      <div className="flex gap-2">
        <Button
          variant={asked ? "secondary" : "primary"}
          className="flex-1"
          busy={busy}
          data-ask={agency.id}
          onClick={() => onAsk(agency)}
        >
          <KindIcon path={agencyIcon(agency.id)} />
          {t("ask", { name: short })}
        </Button>
        <Button aria-expanded={open} aria-controls={id} onClick={() => setOpen(!open)}>
          <span className="sr-only">{short} </span>
          {t(open ? "hideUnits" : "units")}
          {open ? <ChevronUp size={16} aria-hidden /> : <ChevronDown size={16} aria-hidden />}
        </Button>
      </div>
      {asked > 0 && <p className="mt-1 text-xs text-muted">{t("already", { name: short, count: asked })}</p>}
      <div id={id} className="mt-2" hidden={!open}>
        {open && (
          <UnitPicker
            agencyId={agency.id}
            incidentId={incident.id}
            action={t("askUnit")}
            busy={busy}
            onPick={(unit) => onAsk(agency, unit)}
          />
        )}
      </div>
    </div>
  );
}
