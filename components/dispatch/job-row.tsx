"use client";

import { useTranslations } from "next-intl";
import { useLive } from "@/components/live/use-live";
import { stateSince } from "@/components/panels/incident/assignment-steps";
import { FarSign } from "@/components/panels/incident/far-sign";
import { useName } from "@/components/panels/incident/use-name";
import { WaitingSign } from "@/components/panels/incident/waiting-sign";
import { Age, Moment } from "@/components/panels/signs/age";
import { Badge, type Tone } from "@/components/ui/badge";
import { Kbd } from "@/components/ui/kbd";
import { SeverityBadge } from "@/components/ui/severity";
import type { AssignmentState } from "@/lib/contract/incident";
import { choose } from "./console-store";
import type { Job } from "./order-assignments";

const tones: Record<AssignmentState, Tone> = {
  requested: "danger",
  accepted: "accent",
  "en-route": "accent",
  arrived: "ok",
  cleared: "neutral",
  refused: "caution",
  cancelled: "neutral",
};

type JobRowProps = { job: Job; chosen: boolean; number?: number };

/** A request that is under way or over, in a list. */
export function JobRow({ job: { assignment, incident }, chosen, number }: JobRowProps) {
  const t = useTranslations("incident");
  const name = useName();
  const unit = useLive((city) => (assignment.unitId ? city.units.get(assignment.unitId) : undefined));
  const since = stateSince(assignment);
  return (
    <li>
      <button
        type="button"
        data-row={assignment.id}
        data-state={assignment.state}
        aria-current={chosen || undefined}
        onClick={() => choose(assignment.id)}
        className="block w-full space-y-1 border-l-4 border-transparent px-3 py-2.5 text-left hover:bg-raised aria-current:border-accent aria-current:bg-raised"
      >
        <span className="flex items-center gap-1.5">
          <SeverityBadge level={incident.level} />
          <Badge tone={tones[assignment.state]}>{t(`state.${assignment.state}`)}</Badge>
          <span className="ml-auto text-xs text-muted">
            {number === undefined ? <Moment at={since} /> : <Age at={since} />}
          </span>
          {number !== undefined && number <= 9 && (
            <span aria-hidden className="hidden lg:inline">
              <Kbd>{number}</Kbd>
            </span>
          )}
        </span>
        <span className="block text-sm font-semibold">{incident.title}</span>
        {number !== undefined && <WaitingSign assignment={assignment} />}
        {number !== undefined && <FarSign assignment={assignment} />}
        <span className="block text-xs text-muted">
          {unit ? name(unit) : (assignment.unitId ?? t("requests.agencyOnly"))}
          {assignment.reason && ` · ${assignment.reason}`}
        </span>
      </button>
    </li>
  );
}
