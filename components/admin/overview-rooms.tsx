"use client";
import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Panel } from "@/components/ui/panel";
import { TimeLabel } from "@/components/ui/time-label";
import { FailureNote } from "./failure-note";
import { useCity } from "./use-city";

/** What the city is made of, and who changed it last. */
export function RoomsPanel() {
  const t = useTranslations("admin");
  const zones = useCity("listZones", {});
  const rules = useCity("listRules", {});
  const people = useCity("listPeople", {});
  const audit = useCity("listAudit", { query: { limit: 1 } });
  const failure = zones.failure ?? rules.failure ?? people.failure ?? audit.failure;
  const inForce = rules.data?.rules.filter((rule) => rule.enabled).length ?? 0;
  const active = people.data?.people.filter((person) => !person.disabled).length ?? 0;
  return (
    <Panel level={3} title={t("overview.rooms")} className="xl:col-span-2">
      <FailureNote failure={failure} />
      <ul className="grid gap-2 sm:grid-cols-2 xl:grid-cols-4">
        <Room href="/admin/zones" name={t("nav.zones")}>
          {zones.data && t("overview.zoneCount", { count: zones.data.zones.length })}
        </Room>
        <Room href="/admin/rules" name={t("nav.rules")}>
          {rules.data && t("overview.ruleCount", { enabled: inForce, count: rules.data.rules.length })}
        </Room>
        <Room href="/admin/people" name={t("nav.people")}>
          {people.data && t("overview.peopleCount", { enabled: active, count: people.data.people.length })}
        </Room>
        <Room href="/admin/audit" name={t("overview.auditHead")}>
          {audit.data && <LastChange row={audit.data.rows[0]} />}
        </Room>
      </ul>
    </Panel>
  );
}

function Room({ href, name, children }: { href: string; name: string; children: ReactNode }) {
  return (
    <li>
      <Link
        href={href}
        className="block h-full rounded-md border border-line px-3 py-2 hover:border-accent hover:bg-raised"
      >
        <span className="block text-xs text-muted">{name}</span>
        <span className="block min-h-6 font-semibold">{children}</span>
      </Link>
    </li>
  );
}

function LastChange({ row }: { row: { at: number; actor: string; action: string } | undefined }) {
  const t = useTranslations("admin");
  if (!row) return t("overview.auditNone");
  return (
    <>
      {t.has(`audit.actions.${row.action}`) ? t(`audit.actions.${row.action}`) : row.action}
      <span className="block text-xs font-normal text-muted">
        {row.actor} · <TimeLabel at={row.at} style="day-time" />
      </span>
    </>
  );
}
