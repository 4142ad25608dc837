"use client";

import { ChevronDown, ChevronUp } from "lucide-react";
import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { useLive } from "@/components/live/use-live";
import { agencyIcon } from "@/components/map/symbols";
import { Button } from "@/components/ui/button";
import { Select } from "@/components/ui/input";
import { KindIcon } from "@/components/ui/kind-icon";
import type { Agency, AgencyChoice } from "@/lib/contract/agency";
import type { Incident, Unit } from "@/lib/contract/incident";
import { isOpen } from "./assignment-steps";
import { UnitPicker } from "./unit-picker";
import { useName } from "./use-name";

type AskAgencyProps = {
  agency: Agency;
  /** Why it stands where it stands; undefined where the city has not said it. */
  choice: AgencyChoice | undefined;
  incident: Incident;
  busy: boolean;
  onAsk: (agency: Agency, given: { unit?: Unit; code?: string }) => void;
};

/** Asks one agency with one click, or one of its units with two. It carries the agency's own code for the level, unless another is chosen. */
export function AskAgency({ agency, choice, incident, busy, onAsk }: AskAgencyProps) {
  const t = useTranslations("incident.ask");
  const name = useName();
  const [open, setOpen] = useState(false);
  const [code, setCode] = useState<string>();
  const id = useId();
  const short = t.has(`agency.${agency.id}`) ? t(`agency.${agency.id}`) : name(agency);
  const asked = incident.assignments.filter((it) => it.agencyId === agency.id && isOpen(it)).length;
  const zone = useLive((city) => (choice?.zone ? city.zones.get(choice.zone) : undefined));
  const reason = choice && t(`why.${choice.reason}`, { zone: zone ? name(zone) : "" });
  return (
    <div>
      <div className="flex gap-2">
        <Button
          variant={asked ? "secondary" : "primary"}
          className="flex-1"
          busy={busy}
          data-ask={agency.id}
          onClick={() => onAsk(agency, { code })}
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
      <div className="mt-1 flex items-center gap-2 text-xs text-muted">
        {choice && (
          <span className="min-w-0 flex-1" data-agency-reason={choice.reason}>
            {reason}
          </span>
        )}
        {agency.codes.length > 0 && (
          <CodeChoice
            agency={agency}
            code={code ?? choice?.code ?? ""}
            onChange={setCode}
            label={t("code", { name: short })}
          />
        )}
      </div>
      {asked > 0 && <p className="mt-1 text-xs text-muted">{t("already", { name: short, count: asked })}</p>}
      <div id={id} className="mt-2" hidden={!open}>
        {open && (
          <UnitPicker
            agencyId={agency.id}
            incidentId={incident.id}
            action={t("askUnit")}
            busy={busy}
            onPick={(unit) => onAsk(agency, { unit, code })}
          />
        )}
      </div>
    </div>
  );
}

type CodeProps = { agency: Agency; code: string; label: string; onChange: (code: string) => void };

function CodeChoice({ agency, code, label, onChange }: CodeProps) {
  const name = useName();
  return (
    <Select
      className="max-w-52 text-xs"
      aria-label={label}
      data-code={agency.id}
      value={code}
      onChange={(event) => onChange(event.target.value)}
    >
      {code === "" && <option value="">—</option>}
      {agency.codes.map((it) => (
        <option key={it.code} value={it.code}>
          {name(it)}
        </option>
      ))}
    </Select>
  );
}
