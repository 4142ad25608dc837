"use client";

import { MapPin } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { useMemo, useState } from "react";
import { useLive } from "@/components/live/use-live";
import { useName } from "@/components/panels/incident/use-name";
import { useUnitType } from "@/components/panels/incident/use-unit-type";
import { PlaceLabel } from "@/components/panels/unit/place-label";
import { Badge } from "@/components/ui/badge";
import { IconButton } from "@/components/ui/icon-button";
import { Checkbox, Input } from "@/components/ui/input";
import type { Locale } from "@/lib/base/localized";
import type { Unit } from "@/lib/contract/incident";
import { showUnit } from "./console-store";
import type { Jobs } from "./order-assignments";
import { unitCounts, unitGroups } from "./unit-groups";

/** The agency's stations and units, each with what it does now. */
export function UnitBoard({ agencyId, jobs }: { agencyId: string; jobs: Jobs }) {
  const t = useTranslations("dispatch.units");
  const units = useLive((city) => city.units);
  const [text, setText] = useState("");
  const [busyOnly, setBusyOnly] = useState(false);
  const counts = useMemo(() => unitCounts(units.values(), agencyId), [units, agencyId]);
  return (
    <section>
      <header className="sticky top-0 z-10 space-y-2 border-b border-line bg-panel px-3 py-2">
        <h2 className="flex items-center gap-2 text-sm font-semibold">
          {t("title")}
          <Badge tone="ok">{t("free", { count: counts.free })}</Badge>
          <Badge tone="caution">{t("busy", { count: counts.busy })}</Badge>
        </h2>
        <div className="flex items-center gap-3">
          <Input
            type="search"
            aria-label={t("filter")}
            placeholder={t("filter")}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
          <Checkbox
            label={t("onlyBusy")}
            checked={busyOnly}
            className="shrink-0"
            onChange={(event) => setBusyOnly(event.target.checked)}
          />
        </div>
      </header>
      <Groups agencyId={agencyId} text={text} busyOnly={busyOnly} jobs={jobs} />
    </section>
  );
}

type GroupsProps = { agencyId: string; text: string; busyOnly: boolean; jobs: Jobs };

function Groups({ agencyId, text, busyOnly, jobs }: GroupsProps) {
  const t = useTranslations("dispatch.units");
  const locale = useLocale() as Locale;
  const name = useName();
  const units = useLive((city) => city.units);
  const stations = useLive((city) => city.stations);
  const groups = useMemo(
    () => unitGroups(units.values(), stations, agencyId, { text, busyOnly }, locale),
    [units, stations, agencyId, text, busyOnly, locale],
  );
  if (units.size === 0) return <p className="px-3 py-4 text-sm text-muted">{t("empty")}</p>;
  if (groups.length === 0) return <p className="px-3 py-4 text-sm text-muted">{t("noMatch")}</p>;
  return groups.map((group) => (
    <div key={group.station?.id ?? ""} className="border-b border-line py-1.5">
      <h3 className="px-3 py-1 text-xs font-semibold text-muted">
        {group.station ? name(group.station) : t("noStation")}
      </h3>
      <ul>
        {group.units.map((unit) => (
          <UnitRow key={unit.id} unit={unit} jobs={jobs} />
        ))}
      </ul>
    </div>
  ));
}

function UnitRow({ unit, jobs }: { unit: Unit; jobs: Jobs }) {
  const t = useTranslations("dispatch.units");
  const ask = useTranslations("incident");
  const name = useName();
  const type = useUnitType();
  const own = jobs.running.concat(jobs.incoming).filter((job) => unit.assignmentIds.includes(job.assignment.id));
  return (
    <li data-unit={unit.id} className="flex items-center gap-2 px-3 py-1.5 text-sm">
      <div className="min-w-0 flex-1">
        <p className="font-medium">{name(unit)}</p>
        <p className="text-xs text-muted">
          {type(unit.type)} · {t("position")} <PlaceLabel unit={unit} />
        </p>
        {own.map((job) => (
          <p key={job.assignment.id} className="text-xs">
            {t("on", { title: job.incident.title })} ({ask(`state.${job.assignment.state}`)})
          </p>
        ))}
      </div>
      <Badge tone={unit.assignmentIds.length > 0 ? "caution" : "ok"}>
        {ask(unit.assignmentIds.length > 0 ? "ask.busy" : "ask.free")}
      </Badge>
      <IconButton label={t("show", { name: name(unit) })} icon={MapPin} onClick={() => showUnit(unit.id)} />
    </li>
  );
}
