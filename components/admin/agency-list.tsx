"use client";
import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useMemo, useState } from "react";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Notice } from "@/components/ui/notice";
import { AgencyForm } from "./agency-form";
import { type AgencyAsked, type AgencyRow, AgencyTable } from "./agency-table";
import { AgencyUnits } from "./agency-units";
import { DeadNotices } from "./dead-notices";
import { LoadState } from "./load-state";
import { PageHead } from "./page-head";
import { useCity } from "./use-city";
import { WebhookDialog } from "./webhook-dialog";

const LOOK_EVERY_MS = 5000;

/** Agencies, how those without our panel are reached, and what did not reach them. */
export function AgencyList() {
  const t = useTranslations("admin.agencies");
  const agencies = useCity("listAgencies", {});
  const webhooks = useCity("listWebhooks", {}, LOOK_EVERY_MS);
  const [asked, setAsked] = useState<{ what: AgencyAsked["what"]; row: AgencyRow | null } | null>(null);
  const rows = useMemo(() => {
    const hooks = new Map(webhooks.data?.webhooks.map((hook) => [hook.agencyId, hook]));
    return agencies.data?.agencies.map((agency) => ({ ...agency, webhook: hooks.get(agency.id) ?? null })) ?? [];
  }, [agencies.data, webhooks.data]);
  const refresh = async () => {
    await Promise.all([agencies.refresh(), webhooks.refresh()]);
  };
  const reach = webhooks.data?.reach;
  const add = (
    <Button variant="primary" onClick={() => setAsked({ what: "agency", row: null })}>
      <Plus size={16} aria-hidden />
      {t("add")}
    </Button>
  );
  return (
    <>
      <PageHead title={t("title")} lead={t("lead")} actions={add} />
      {reach && reach !== "network" && (
        <Notice tone="caution" title={t(`reach.${reach}`)} className="mb-4">
          {t("reach.why")}
        </Notice>
      )}
      <LoadState of={agencies} />
      {agencies.data && <LoadState of={webhooks} />}
      {agencies.data && webhooks.data && (
        <>
          <AgencyTable rows={rows} onAsk={setAsked} empty={<EmptyState title={t("empty")} action={add} />} />
          <DeadNotices agencies={rows} onSent={webhooks.refresh} />
        </>
      )}
      <AgencyForm
        open={asked?.what === "agency"}
        agency={asked?.row ?? null}
        onClose={() => setAsked(null)}
        onSaved={refresh}
      />
      <AgencyUnits agency={asked?.what === "units" ? asked.row : null} onClose={() => setAsked(null)} />
      <WebhookDialog
        open={asked?.what === "webhook"}
        agency={rows.find((row) => row.id === asked?.row?.id) ?? null}
        onClose={() => setAsked(null)}
        onChanged={refresh}
      />
    </>
  );
}
