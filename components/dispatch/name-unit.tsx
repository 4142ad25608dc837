"use client";

import { ChevronDown, ChevronUp } from "lucide-react";
import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { nameUnit } from "@/components/panels/incident/city-calls";
import { FailureNote } from "@/components/panels/incident/failure-note";
import { UnitPicker } from "@/components/panels/incident/unit-picker";
import { useCommand } from "@/components/panels/incident/use-command";
import { Button } from "@/components/ui/button";
import type { Job } from "./order-assignments";

/** Names the unit that goes, where the request was accepted without one; nothing where one is named, or nobody goes. */
export function NameUnit({ job: { assignment, incident } }: { job: Job }) {
  const t = useTranslations("dispatch.nameUnit");
  const [open, setOpen] = useState(false);
  const command = useCommand();
  const id = useId();
  if (assignment.unitId !== null || !["accepted", "en-route", "arrived"].includes(assignment.state)) return null;
  return (
    <div className="space-y-2" data-name-unit>
      <FailureNote failure={command.failure} situation="step" state={assignment.state} onDismiss={command.dismiss} />
      <Button aria-expanded={open} aria-controls={id} onClick={() => setOpen(!open)}>
        {t("title")}
        {open ? <ChevronUp size={16} aria-hidden /> : <ChevronDown size={16} aria-hidden />}
      </Button>
      <div id={id} hidden={!open}>
        {open && (
          <UnitPicker
            agencyId={assignment.agencyId}
            incidentId={incident.id}
            action={t("pick")}
            busy={command.busy}
            onPick={(unit) => void command.run(() => nameUnit(assignment, unit.id))}
          />
        )}
      </div>
    </div>
  );
}
