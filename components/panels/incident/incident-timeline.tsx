"use client";

import { useLocale, useTranslations } from "next-intl";
import { useMemo } from "react";
import { useLive } from "@/components/live/use-live";
import type { Locale } from "@/lib/base/localized";
import type { TimelineEntry } from "@/lib/contract/incident";
import { Moment } from "../signs/age";
import { distanceText } from "./distance-text";
import { newestFirst, timelineLine } from "./timeline-line";
import { useName } from "./use-name";

/** Everything that happened in an incident, newest first. */
export function IncidentTimeline({ timeline }: { timeline: readonly TimelineEntry[] }) {
  const t = useTranslations("incident.timeline");
  const entries = useMemo(() => newestFirst(timeline), [timeline]);
  if (entries.length === 0) return <p className="text-sm text-muted">{t("empty")}</p>;
  return (
    <ol className="space-y-2.5" data-timeline>
      {entries.map((entry) => (
        <Entry key={entry.id} entry={entry} />
      ))}
    </ol>
  );
}

function Entry({ entry }: { entry: TimelineEntry }) {
  const far = useTranslations("incident.far");
  const owes = useTranslations("incident.owes");
  const t = useTranslations("incident.timeline");
  const locale = useLocale() as Locale;
  const line = timelineLine(entry);
  const said = line.said ?? line.words?.[locale];
  const known = t.has(`kind.${line.kind}`);
  // what the city does by itself is signed with a word of the city's
  const by = (actor: string) => (t.has(`keeper.${actor}`) ? t(`keeper.${actor}` as "keeper.deadlines") : actor);
  return (
    <li data-kind={line.kind} className="flex gap-2.5 text-sm">
      <span className="w-17 shrink-0 text-muted">
        <Moment at={entry.at} />
      </span>
      <div className="min-w-0 flex-1">
        <p>
          <strong className="font-semibold">{known ? t(`kind.${line.kind}`) : line.kind}</strong>
          <Whom agencyId={line.agencyId} unitId={line.unitId} />
          {line.step && owes.has(line.step) && <span> · {owes(line.step)}</span>}
          {line.farM !== null && (
            <strong className="text-level-4"> · {far("sign", { distance: distanceText(line.farM) })}</strong>
          )}
          {line.alertIds.length > 0 && (
            <span className="text-muted"> · {t("alertCount", { count: line.alertIds.length })}</span>
          )}
        </p>
        {said && <p className="whitespace-pre-line">{said}</p>}
        {entry.actor && <p className="text-xs text-muted">{t("by", { actor: by(entry.actor) })}</p>}
      </div>
    </li>
  );
}

function Whom({ agencyId, unitId }: { agencyId: string | null; unitId: string | null }) {
  const name = useName();
  const agency = useLive((city) => (agencyId ? city.agencies.get(agencyId) : undefined));
  const unit = useLive((city) => (unitId ? city.units.get(unitId) : undefined));
  const whom = [agencyId && name(agency, agencyId), unitId && name(unit, unitId)].filter(Boolean).join(" ");
  return whom ? <span className="text-muted"> · {whom}</span> : null;
}
