"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { roomOf } from "@/components/incident-room/room-of";
import { useLive } from "@/components/live/use-live";
import { useName } from "@/components/panels/incident/use-name";
import { Age, Moment } from "@/components/panels/signs/age";
import { LevelWord } from "@/components/panels/signs/level-mark";
import type { ShiftState } from "@/lib/contract/handover";

/** What stood open at one moment: incidents, what is overdue, alerts, silent desks. */
export function ShiftLines({ state }: { state: ShiftState }) {
  const t = useTranslations("response.handover");
  return (
    <div className="space-y-3 text-sm">
      <Group title={t("incidents")} count={state.incidents.length}>
        {state.incidents.map((it) => (
          <li key={it.id} className="flex flex-wrap items-center gap-x-2">
            <LevelWord level={it.level} />
            <Link href={roomOf(it.id)} className="font-medium text-accent hover:underline">
              {it.title}
            </Link>
            <span className="text-muted text-xs">
              {t("requests", { count: it.requests })} · {t("steps", { done: it.done, of: it.steps })}
            </span>
          </li>
        ))}
      </Group>
      <Group title={t("overdue")} count={state.overdue.length}>
        {state.overdue.map((it) => (
          <Overdue key={`${it.incidentId} ${it.agencyId} ${it.step}`} it={it} />
        ))}
      </Group>
      <Group title={t("alerts")} count={state.alerts.length}>
        {state.alerts.map((it) => (
          <li key={it.id} className="flex flex-wrap items-center gap-x-2">
            <LevelWord level={it.level} outline={it.state !== "raised"} />
            <span>{it.title}</span>
            <span className="text-muted text-xs">
              {t(it.state === "raised" ? "unseen" : "seen")} · <Age at={it.raisedAt} everyMs={5000} />
            </span>
          </li>
        ))}
      </Group>
      <Group title={t("mutes")} count={state.mutes.length}>
        {state.mutes.map((it) => (
          <li key={it.by}>
            {it.by}: {t("until")} <Moment at={it.until} />
          </li>
        ))}
      </Group>
    </div>
  );
}

function Overdue({ it }: { it: ShiftState["overdue"][number] }) {
  const owes = useTranslations("incident.owes");
  const name = useName();
  const agency = useLive((city) => city.agencies.get(it.agencyId));
  return (
    <li className="flex flex-wrap items-center gap-x-2">
      <strong className="text-level-4">
        {name(agency, it.agencyId)} · {owes(it.step)}
      </strong>
      <span>{it.title}</span>
      <span className="text-muted text-xs">
        <Age at={it.dueAt} everyMs={5000} />
      </span>
    </li>
  );
}

function Group({ title, count, children }: { title: string; count: number; children: ReactNode }) {
  const t = useTranslations("response.handover");
  return (
    <section>
      <h3 className="font-semibold text-muted text-xs">
        {title} ({count})
      </h3>
      {count === 0 ? (
        <p className="text-faint text-xs">{t("nothing")}</p>
      ) : (
        <ul className="mt-1 space-y-1">{children}</ul>
      )}
    </section>
  );
}
