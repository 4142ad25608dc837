"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { useLive } from "@/components/live/use-live";
import { Button } from "@/components/ui/button";
import type { Assignment } from "@/lib/contract/incident";
import { Moment } from "../signs/age";
import { AssignmentStepper } from "./assignment-stepper";
import { isOpen } from "./assignment-steps";
import { takeBack } from "./city-calls";
import { FailureNote } from "./failure-note";
import { FarSign } from "./far-sign";
import { LateLine } from "./late-line";
import { LateSteps } from "./late-steps";
import { ReasonForm } from "./reason-form";
import { RequestCode } from "./request-code";
import { useCommand } from "./use-command";
import { useName } from "./use-name";
import { WaitingSign } from "./waiting-sign";

/** One request as the operator sees it: who was asked, how long nobody answers, each step as it happens, taking it back. */
export function AssignmentCard({ assignment }: { assignment: Assignment }) {
  const t = useTranslations("incident");
  const name = useName();
  const agency = useLive((city) => city.agencies.get(assignment.agencyId));
  const unit = useLive((city) => (assignment.unitId ? city.units.get(assignment.unitId) : undefined));
  const handles = useLive((city) => city.me?.role === "operator");
  return (
    <li
      data-assignment={assignment.id}
      data-state={assignment.state}
      className="rounded-md border border-line bg-raised p-2.5"
    >
      <div className="mb-2 flex flex-wrap items-baseline gap-x-2">
        <strong className="text-sm">{name(agency, assignment.agencyId)}</strong>
        <span className="text-sm text-muted">
          {unit ? name(unit) : (assignment.unitId ?? t("requests.agencyOnly"))}
        </span>
        <RequestCode assignment={assignment} />
      </div>
      <div className="space-y-2">
        <WaitingSign assignment={assignment} agency={agency} />
        <FarSign assignment={assignment} />
        <LateSteps assignment={assignment} />
        <AssignmentStepper assignment={assignment} />
        <LateLine assignment={assignment} />
        <Opened assignment={assignment} />
        <Said label={t("requests.note")} text={assignment.note} />
        <Said label={t("requests.reason")} text={assignment.reason} />
        {handles && isOpen(assignment) && assignment.state !== "arrived" && <TakeBack assignment={assignment} />}
      </div>
    </li>
  );
}

/** That a person has opened it is more than that it has reached a screen. */
function Opened({ assignment: { seenAt, seenBy } }: { assignment: Assignment }) {
  const t = useTranslations("incident.requests");
  if (seenAt === null) return null;
  return (
    <p className="text-xs text-muted">
      {t("seen", { name: seenBy ?? "" })} <Moment at={seenAt} />
    </p>
  );
}

function Said({ label, text }: { label: string; text: string | null }) {
  if (!text) return null;
  return (
    <p className="text-sm">
      <span className="mr-1.5 text-muted">{label}</span>
      {text}
    </p>
  );
}

function TakeBack({ assignment }: { assignment: Assignment }) {
  const t = useTranslations("incident.requests");
  const [asking, setAsking] = useState(false);
  const command = useCommand();
  const submit = async (reason: string) => {
    if (await command.run(() => takeBack(assignment, reason))) setAsking(false);
  };
  return (
    <div className="space-y-2">
      <FailureNote failure={command.failure} situation="step" state={assignment.state} onDismiss={command.dismiss} />
      {asking ? (
        <ReasonForm
          label={t("cancelReason")}
          submit={t("cancelSubmit")}
          back={t("keep")}
          busy={command.busy}
          onSubmit={submit}
          onBack={() => setAsking(false)}
        />
      ) : (
        <Button size="sm" variant="ghost" className="-ml-2.5 text-muted" onClick={() => setAsking(true)}>
          {t("cancel")}
        </Button>
      )}
    </div>
  );
}
