"use client";

import { useTranslations } from "next-intl";
import { useId, useMemo, useState } from "react";
import { useLive } from "@/components/live/use-live";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";
import { LoadingState } from "@/components/ui/loading-state";
import type { Agency, AgencyChoice } from "@/lib/contract/agency";
import type { Incident, Unit } from "@/lib/contract/incident";
import { AskAgency } from "./ask-agency";
import { askToGo } from "./city-calls";
import { FailureNote } from "./failure-note";
import { useAgencyChoices } from "./use-agency-choices";
import { useCommand } from "./use-command";
import { useName } from "./use-name";

/** Asks an agency with one click, or one of its units with two. */
export function AskToGo({ incident }: { incident: Incident }) {
  const t = useTranslations("incident.ask");
  const name = useName();
  const [asked, setAsked] = useState("");
  const agencies = useLive((city) => city.agencies);
  const choices = useAgencyChoices(incident.id, incident.level, agencies.size + incident.alertIds.length);
  const { suggested, others } = useMemo(() => sortOut(agencies, choices ?? []), [agencies, choices]);
  const [all, setAll] = useState(false);
  const [note, setNote] = useState("");
  const command = useCommand();
  const noteId = useId();
  const ask = async (agency: Agency, given: { unit?: Unit; code?: string }) => {
    setAsked("");
    const { unit, code } = given;
    const request = { agencyId: agency.id, unitId: unit?.id, code, note: note.trim() || undefined };
    if (!(await command.run(() => askToGo(incident.id, request)))) return;
    setNote("");
    setAsked(t("asked", { name: name(unit ?? agency) }));
  };
  return (
    <div className="space-y-3">
      <FailureNote failure={command.failure} situation="ask" onDismiss={command.dismiss} />
      {!choices && <LoadingState rows={2} />}
      {choices && (
        <div className="space-y-2">
          {[...suggested, ...(all ? others : [])].map(({ agency, choice }) => (
            <AskAgency
              key={agency.id}
              agency={agency}
              choice={choice}
              incident={incident}
              busy={command.busy}
              onAsk={ask}
            />
          ))}
          {others.length > 0 && !all && (
            <Button variant="ghost" size="sm" data-other-agencies onClick={() => setAll(true)}>
              {t("others", { count: others.length })}
            </Button>
          )}
        </div>
      )}
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

type Askable = { agency: Agency; choice: AgencyChoice | undefined };

/** Who is suggested, in the city's order, and the others; where nobody is suggested all are. */
function sortOut(agencies: ReadonlyMap<string, Agency>, choices: readonly AgencyChoice[]) {
  const known = new Map(choices.map((choice) => [choice.agencyId, choice]));
  const ordered = [...known.keys(), ...[...agencies.keys()].filter((id) => !known.has(id))];
  const all = ordered.flatMap((id): Askable[] => {
    const agency = agencies.get(id);
    return agency ? [{ agency, choice: known.get(id) }] : [];
  });
  const suggested = all.filter(({ choice }) => choice?.suggested);
  return suggested.length > 0
    ? { suggested, others: all.filter(({ choice }) => !choice?.suggested) }
    : { suggested: all, others: [] };
}
