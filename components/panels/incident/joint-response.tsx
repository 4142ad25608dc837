"use client";

import { useTranslations } from "next-intl";
import { useLive } from "@/components/live/use-live";
import type { Assignment, Incident } from "@/lib/contract/incident";
import { AssignmentStepper } from "./assignment-stepper";
import { FarSign } from "./far-sign";
import { JointUnit } from "./joint-unit";
import { LateLine } from "./late-line";
import { useName } from "./use-name";
import { WaitingSign } from "./waiting-sign";

/** Who else was asked to an incident, and whether they came: for an agency that is on it. */
export function JointResponse({ incident, agencyId }: { incident: Incident; agencyId: string }) {
  const t = useTranslations("incident.joint");
  const others = incident.assignments.filter((it) => it.agencyId !== agencyId);
  if (others.length === 0) return <p className="text-sm text-muted">{t("none")}</p>;
  return (
    <ul className="space-y-3">
      {others.map((it) => (
        <Other key={it.id} assignment={it} />
      ))}
    </ul>
  );
}

function Other({ assignment }: { assignment: Assignment }) {
  const name = useName();
  const agency = useLive((city) => city.agencies.get(assignment.agencyId));
  return (
    <li data-joint={assignment.agencyId} data-state={assignment.state} className="space-y-1.5">
      <strong className="text-sm">{name(agency, assignment.agencyId)}</strong>
      <WaitingSign assignment={assignment} agency={agency} />
      <JointUnit assignment={assignment} />
      <FarSign assignment={assignment} />
      <AssignmentStepper assignment={assignment} />
      <LateLine assignment={assignment} />
    </li>
  );
}
